"""Date finders of today as functions from a text and its day of publication to (place, words, EDTF value)."""

import datetime


def dateparser_dates(text, published):
    """Ask dateparser's `search_dates` line by line; its parser tells how precise a find is: year, month, day, time."""
    from dateparser.date import DateDataParser
    from dateparser.search import search_dates

    settings = {
        "RELATIVE_BASE": datetime.datetime.fromisoformat(published),
        "DATE_ORDER": "DMY",
        "RETURN_TIME_AS_PERIOD": True,
    }
    parser = DateDataParser(languages=["vi"], settings=settings)
    shapes = {"year": "%Y", "month": "%Y-%m", "time": "%Y-%m-%dT%H:%M"}
    found, offset = [], 0
    for line in text.splitlines(keepends=True):
        at = 0
        for words, moment in search_dates(line, languages=["vi"], settings=settings) or []:
            at = max(line.find(words, at), 0)
            shape = shapes.get(parser.get_date_data(words).period, "%Y-%m-%d")
            found.append((offset + at, words, moment.strftime(shape)))
            at += len(words)
        offset += len(line)
    return found


_DUCKLING = {}  # its time zones and parsed names, read once


def duckling_dates(text, published):
    """Duckling's Vietnamese times without latent ones, line by line, from noon of the day of publication in Hanoi."""
    import duckling

    if not _DUCKLING:
        _DUCKLING["zones"] = duckling.load_time_zones("/usr/share/zoneinfo")
        _DUCKLING["locale"] = duckling.parse_locale("VI", duckling.default_locale_lang(duckling.parse_lang("VI")))
        _DUCKLING["times"] = duckling.parse_dimensions(["time"])
    noon = int(datetime.datetime.fromisoformat(f"{published}T12:00+07:00").timestamp())
    reference = duckling.parse_ref_time(_DUCKLING["zones"], "Asia/Ho_Chi_Minh", noon)
    context = duckling.Context(reference, _DUCKLING["locale"])
    found, offset = [], 0
    for line in text.splitlines(keepends=True):
        end = 0
        for time in duckling.parse(line, context, _DUCKLING["times"], False):
            value = edtf(time["value"])
            if value and time["start"] >= end:  # of readings of the same words, the first
                end = time["end"]
                found.append((offset + time["start"], line[time["start"] : end], value))
        offset += len(line)
    return found


SHAPES = {"year": 4, "quarter": 7, "month": 7, "week": 10, "day": 10}


def edtf(value):
    """Duckling's value as EDTF; parts of a day become the day, the end of an interval is made inclusive."""
    if value["type"] == "value":
        return cut(value["value"], value["grain"])
    start, end = value.get("from"), value.get("to")
    if start and end:
        if start["grain"] in ("hour", "minute", "second") and start["value"][:10] == end["value"][:10]:
            return start["value"][:10]
        last = datetime.datetime.fromisoformat(end["value"]) - datetime.timedelta(seconds=1)
        return f"{cut(start['value'], start['grain'])}/{cut(last.isoformat(), end['grain'])}"
    if start:
        return f"{cut(start['value'], start['grain'])}/.."
    return f"../{cut(end['value'], end['grain'])}" if end else ""


def cut(moment, grain):
    """As much of an ISO moment as its grain says."""
    if grain == "quarter":
        return f"{moment[:4]}-{33 + (int(moment[5:7]) - 1) // 3}"
    return moment[: SHAPES.get(grain, 16)]
