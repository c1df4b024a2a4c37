#!/usr/bin/env python3
"""Read one page with one Python extractor and print the seconds of processor time it took: reader.py NAME FILE.

hostile.py runs it as a process of its own, so that what one input does to an extractor ends there.
"""

import logging
import pathlib
import sys
import time
import warnings

from bench.readers import READERS


def main():
    """Warm up on a harmless page, then read the file. An exception is named with status 3."""
    _, read = READERS[sys.argv[1]]
    page = pathlib.Path(sys.argv[2]).read_bytes()
    logging.disable()
    warnings.simplefilter("ignore")
    read("<title>Tin tức</title><p>Sáng 6/2, lãnh đạo tỉnh thăm xã.</p>".encode() * 3)
    begin = time.process_time()
    try:
        read(page)
    except (Exception, RecursionError) as error:
        print(type(error).__name__)
        sys.exit(3)
    print(time.process_time() - begin)


if __name__ == "__main__":
    main()
