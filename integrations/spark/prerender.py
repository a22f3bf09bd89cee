#!/usr/bin/env python3
"""Prerenders an archive of articles on a Spark cluster: one JSON article a line in, a Parquet table out.

    spark-submit prerender.py --base https://cdn.example/qari/ INPUT OUTPUT [-- OPTIONS OF qari-prerender]

INPUT is what Spark reads as text: a file, a folder, a pattern, on any file system it knows. `qari-prerender` must be on every
worker (`--program` says where). The table has these columns:

    id       the article's, as text (docs/PRERENDERING.md)
    html     the snippet, or nothing
    error    the code of what was wrong, or nothing
    message  the same in words
    failed   the line that failed, to be mended and read again, or nothing

A bad article does not stop the others. The exit status is 0 if every article was written, 1 if one was not. See docs/SCALE.md.
"""

import argparse
import json
import shlex
import sys

from pyspark.sql import DataFrame, Observation, SparkSession
from pyspark.sql import functions as f

ANSWER = "id string, html string, error string, message string"


def command(program: str, options: list[str]) -> str:
    """The command of each partition, as `rdd.pipe` takes it.

    Its own threads would only get in each other's way: Spark has a task for each core. It ends with 1 where an article
    failed, which is a line and no fault; whatever else it ends with fails the task, and Spark tries it again.
    """
    run = shlex.join([program, "--ndjson", *options])
    script = f"RAYON_NUM_THREADS=1 {run}; status=$?; [ $status -le 1 ] || exit $status"
    return shlex.join(["sh", "-c", script])


def prerender(spark: SparkSession, path: str, run: str, partitions: int) -> DataFrame:
    """The table, not yet computed."""
    lines = spark.sparkContext.textFile(path, partitions).filter(lambda line: line.strip())
    # One answer a line, in order. Where one is missing the two do not fit together, and Spark says so.
    answered = lines.zip(lines.pipe(run, checkCode=True))
    pairs = spark.createDataFrame(answered, "line string, answer string")
    return pairs.select(
        f.from_json("answer", ANSWER, {"mode": "FAILFAST"}).alias("answer"), "line"
    ).select(
        "answer.*", f.when(f.col("answer.error").isNotNull(), f.col("line")).alias("failed")
    )


def main() -> int:
    own, passed_on = sys.argv[1:], []
    if "--" in own:
        at = own.index("--")
        own, passed_on = own[:at], own[at + 1 :]
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("input")
    parser.add_argument("output")
    parser.add_argument("--program", default="qari-prerender", help="where it lies on the workers")
    parser.add_argument("--base", default="", help="the folder of qari.js and qari.css")
    parser.add_argument(
        "--partitions", type=int, default=0, help="at least so many; some for each core (default: Spark's)"
    )
    given = parser.parse_args(own)

    spark = SparkSession.builder.appName("qari-prerender").getOrCreate()
    partitions = given.partitions or spark.sparkContext.defaultParallelism
    run = command(given.program, ["--base", given.base, *passed_on])
    counts = Observation()
    table = prerender(spark, given.input, run, partitions).observe(
        counts, f.count(f.lit(1)).alias("articles"), f.count("error").alias("failed")
    )
    table.write.mode("errorifexists").parquet(given.output)
    print(json.dumps(counts.get))
    failed = counts.get["failed"]
    spark.stop()
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
