//! The lunar calendar of Vietnam: new moons and solar terms reckoned for UTC+7, as the calendar has been made since 1968.
//!
//! After Jean Meeus, *Astronomical Algorithms*, in the arrangement that Hồ Ngọc Đức published for the Vietnamese calendar.

use std::f64::consts::PI;

use chrono::{Datelike, NaiveDate};

/// The day of the common calendar that is the lunar `day` of `month` in the lunar `year`: mùng 1 tháng Giêng 2023 is 2023-01-22.
///
/// A leap month repeats the month before it; the first of the two is meant. The last day stands for a 30th that a short month lacks.
pub(super) fn to_solar(year: i32, month: u8, day: u8) -> Option<NaiveDate> {
    if !(1..=12).contains(&month) || !(1..=30).contains(&day) || !(1800..=2199).contains(&year) {
        return None;
    }
    // The eleventh month holds the winter solstice; months count from it.
    let (first, next) = if month < 11 {
        (eleventh_month(year - 1), eleventh_month(year))
    } else {
        (eleventh_month(year), eleventh_month(year + 1))
    };
    let first_number = (0.5 + (first as f64 - NEW_MOON_1900) / SYNODIC_MONTH) as i64;
    let mut offset = i64::from(month) - 11;
    if offset < 0 {
        offset += 12;
    }
    if next - first > 365 && offset >= leap_offset(first) {
        offset += 1;
    }
    let (start, end) = (new_moon(first_number + offset), new_moon(first_number + offset + 1));
    let date = start + i64::from(day) - 1;
    from_julian(date.min(end - 1))
}

const NEW_MOON_1900: f64 = 2_415_021.076_998_695;
const SYNODIC_MONTH: f64 = 29.530_588_853;
/// Hours of Vietnam ahead of UTC, in days.
const ZONE: f64 = 7.0 / 24.0;

/// The Julian day number of the new moon number `k` after that of 1900-01-01, in Vietnam.
fn new_moon(k: i64) -> i64 {
    let k = k as f64;
    let t = k / 1236.85;
    let (t2, t3, radians) = (t * t, t * t * t, PI / 180.0);
    let mean = 2_415_020.759_33 + 29.530_588_68 * k + 0.000_117_8 * t2 - 0.000_000_155 * t3
        + 0.000_33 * ((166.56 + 132.87 * t - 0.009_173 * t2) * radians).sin();
    let sun = (359.2242 + 29.105_356_08 * k - 0.000_033_3 * t2 - 0.000_003_47 * t3) * radians;
    let moon = (306.0253 + 385.816_918_06 * k + 0.010_730_6 * t2 + 0.000_012_36 * t3) * radians;
    let latitude = (21.2964 + 390.670_506_46 * k - 0.001_652_8 * t2 - 0.000_002_39 * t3) * radians;
    let correction = (0.1734 - 0.000_393 * t) * sun.sin() + 0.0021 * (2.0 * sun).sin() - 0.4068 * moon.sin()
        + 0.0161 * (2.0 * moon).sin()
        - 0.0004 * (3.0 * moon).sin()
        + 0.0104 * (2.0 * latitude).sin()
        - 0.0051 * (sun + moon).sin()
        - 0.0074 * (sun - moon).sin()
        + 0.0004 * (2.0 * latitude + sun).sin()
        - 0.0004 * (2.0 * latitude - sun).sin()
        - 0.0006 * (2.0 * latitude + moon).sin()
        + 0.0010 * (2.0 * latitude - moon).sin()
        + 0.0005 * (2.0 * moon + sun).sin();
    let delta = if t < -11.0 {
        0.001 + 0.000_839 * t + 0.000_226_1 * t2 - 0.000_008_45 * t3 - 0.000_000_081 * t * t3
    } else {
        -0.000_278 + 0.000_265 * t + 0.000_262 * t2
    };
    (mean + correction - delta + 0.5 + ZONE).floor() as i64
}

/// In which twelfth of its yearly course the sun stands at the beginning of a day in Vietnam, 0 from the spring equinox on.
fn sun_sign(day: i64) -> i64 {
    let t = (day as f64 - 0.5 - ZONE - 2_451_545.0) / 36525.0;
    let (t2, radians) = (t * t, PI / 180.0);
    let anomaly = 357.529_10 + 35_999.050_30 * t - 0.000_155_9 * t2 - 0.000_000_48 * t * t2;
    let longitude = 280.466_45
        + 36_000.769_83 * t
        + 0.000_303_2 * t2
        + (1.914_600 - 0.004_817 * t - 0.000_014 * t2) * (radians * anomaly).sin()
        + (0.019_993 - 0.000_101 * t) * (2.0 * radians * anomaly).sin()
        + 0.000_290 * (3.0 * radians * anomaly).sin();
    (longitude.rem_euclid(360.0) / 30.0) as i64
}

/// The Julian day number on which the eleventh month of `year` begins.
fn eleventh_month(year: i32) -> i64 {
    let last = NaiveDate::from_ymd_opt(year, 12, 31).map_or(0, julian);
    let k = ((last as f64 - 2_415_021.0) / SYNODIC_MONTH) as i64;
    let moon = new_moon(k);
    if sun_sign(moon) >= 9 { new_moon(k - 1) } else { moon }
}

/// How many months after the eleventh month that begins at `first` the leap month comes: the first without a change of sign.
fn leap_offset(first: i64) -> i64 {
    let k = (0.5 + (first as f64 - NEW_MOON_1900) / SYNODIC_MONTH) as i64;
    let mut before = sun_sign(new_moon(k + 1));
    for offset in 2..14 {
        let sign = sun_sign(new_moon(k + offset));
        if sign == before {
            return offset - 1;
        }
        before = sign;
    }
    13
}

/// The Julian day number of the day before 0001-01-01.
const COMMON_ERA: i64 = 1_721_425;

fn julian(date: NaiveDate) -> i64 {
    i64::from(date.num_days_from_ce()) + COMMON_ERA
}

fn from_julian(day: i64) -> Option<NaiveDate> {
    NaiveDate::from_num_days_from_ce_opt(i32::try_from(day - COMMON_ERA).ok()?)
}

#[cfg(test)]
mod tests {
    use super::to_solar;

    /// New Year's days and feasts as the state's calendars gave them.
    #[test]
    fn known_days_are_met() {
        for (year, month, day, solar) in [
            (2017, 1, 1, "2017-01-28"),
            (2021, 1, 1, "2021-02-12"),
            (2022, 1, 1, "2022-02-01"),
            (2023, 1, 1, "2023-01-22"),
            (2024, 1, 1, "2024-02-10"),
            (2025, 1, 1, "2025-01-29"),
            (2023, 3, 10, "2023-04-29"),
            (2024, 3, 10, "2024-04-18"),
            (2023, 8, 15, "2023-09-29"),
            (2020, 8, 15, "2020-10-01"),
            (2020, 12, 28, "2021-02-09"),
            (2017, 1, 14, "2017-02-10"),
            (1985, 1, 1, "1985-01-21"),
            (2022, 12, 30, "2023-01-21"),
            (2024, 12, 30, "2025-01-28"),
        ] {
            assert_eq!(
                to_solar(year, month, day).map(|d| d.to_string()).as_deref(),
                Some(solar),
                "{day}/{month}/{year}"
            );
        }
    }
}
