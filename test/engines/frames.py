"""Reads every Parquet file of a release with pandas and with polars. Prints their types, counts and sums as texts."""

import json
import sys
from pathlib import Path

import pandas
import polars


def with_pandas(path):
    frame = pandas.read_parquet(path, dtype_backend="pyarrow", partitioning=None)
    sums = {name: str(frame[name].sum()) for name, kind in frame.dtypes.items() if str(kind).startswith("decimal")}
    return {"types": {name: str(kind) for name, kind in frame.dtypes.items()}, "rows": len(frame), "sums": sums}


def with_polars(path):
    frame = polars.read_parquet(path, hive_partitioning=False)
    sums = {name: str(frame[name].sum()) for name, kind in frame.schema.items() if isinstance(kind, polars.Decimal)}
    return {"types": {name: str(kind) for name, kind in frame.schema.items()}, "rows": len(frame), "sums": sums}


answers = {path: {"pandas": with_pandas(path), "polars": with_polars(path)} for path in sys.argv[1:]}
json.dump({Path(path).stem: answer for path, answer in answers.items()}, sys.stdout)
