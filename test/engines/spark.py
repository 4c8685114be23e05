"""Runs SQL in Spark, local mode: statements, then queries, both as JSON on standard input. Prints rows of texts."""

import json
import sys

from pyspark.sql import SparkSession

task = json.load(sys.stdin)
settings = {
    "spark.driver.bindAddress": "127.0.0.1",
    "spark.driver.host": "127.0.0.1",
    "spark.driver.memory": "3g",
    "spark.sql.join.preferSortMergeJoin": "false",
    "spark.sql.session.timeZone": "UTC",
    "spark.sql.shuffle.partitions": "4",
    "spark.sql.warehouse.dir": task["warehouse"],
    "spark.ui.enabled": "false",
    "spark.ui.showConsoleProgress": "false",
}
builder = SparkSession.builder.master("local[2]")
for name, value in settings.items():
    builder = builder.config(name, value)
spark = builder.getOrCreate()


def text(value):
    return None if value is None else str(value)


for statement in task["statements"]:
    spark.sql(statement)
answers = {}
for name, query in task["queries"].items():
    found = spark.sql(query)
    rows = [{key: text(value) for key, value in row.asDict().items()} for row in found.collect()]
    answers[name] = {"types": dict(found.dtypes), "rows": rows}
json.dump(answers, sys.stdout)
spark.stop()
