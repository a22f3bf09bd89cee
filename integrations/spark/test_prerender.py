"""The recipe on a local cluster, with the real program: `QARI_PRERENDER=PROGRAM python3 -m unittest` (`cargo xtask scale`)."""

import json
import os
import subprocess
import tempfile
import unittest
from pathlib import Path

from pyspark.sql import SparkSession

from articles import article
from prerender import command, prerender

PROGRAM = os.environ["QARI_PRERENDER"]
BASE = "https://cdn.example/qari/"
ARTICLES = 300
# What is wrong with some lines, by their place.
BAD = {7: "not JSON at all", 60: '{"id": "headless"}', 299: '{"id": "cut", "title": "half a li'}
CODES = {7: "not-json", 60: "unknown-format", 299: "not-json"}


def lines() -> list[str]:
    good = [json.dumps(article(n, 200), ensure_ascii=False) for n in range(ARTICLES)]
    return [BAD.get(n, line) for n, line in enumerate(good)]


class Prerendering(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.spark = (
            SparkSession.builder.master("local[2]")
            .config("spark.ui.enabled", "false")
            .config("spark.task.maxFailures", "1")
            .getOrCreate()
        )
        cls.spark.sparkContext.setLogLevel("OFF")
        cls.folder = tempfile.TemporaryDirectory()
        cls.input = Path(cls.folder.name, "articles.ndjson")
        # An empty line and the end of the file are no articles.
        cls.input.write_text("\n\n".join(lines()) + "\n", encoding="utf-8")

    @classmethod
    def tearDownClass(cls):
        cls.spark.stop()
        cls.folder.cleanup()

    def rows(self, run: str, partitions: int = 7):
        return prerender(self.spark, str(self.input), run, partitions).collect()

    def test_every_line_has_its_answer_as_the_program_itself_gives_it(self):
        rows = self.rows(command(PROGRAM, ["--base", BASE, "--theme", "sepia"]))
        alone = subprocess.run(
            [PROGRAM, "--ndjson", "--base", BASE, "--theme", "sepia"],
            input="\n".join(lines()), capture_output=True, encoding="utf-8", check=False,
        )
        expected = [json.loads(line) for line in alone.stdout.splitlines()]
        self.assertEqual(len(rows), ARTICLES)
        self.assertEqual([row.html for row in rows], [answer.get("html") for answer in expected])
        self.assertIn('data-theme="sepia"', rows[0].html)
        self.assertEqual(rows[1].id, "news-1")

    def test_lines_that_failed_are_in_a_column_of_their_own(self):
        rows = self.rows(command(PROGRAM, []))
        failed = {n: row for n, row in enumerate(rows) if row.failed is not None}
        self.assertEqual({n: row.failed for n, row in failed.items()}, BAD)
        self.assertEqual({n: row.error for n, row in failed.items()}, CODES)
        for row in failed.values():
            self.assertIsNone(row.html)
            self.assertTrue(row.message)

    def test_a_program_that_ends_early_fails_the_run(self):
        for script in ["head -n 3; exit 2", "head -n 3"]:
            with self.subTest(script), self.assertRaises(Exception):
                self.rows(f"sh -c '{script}'")

    def test_the_command_writes_a_table_and_says_how_many(self):
        out = Path(self.folder.name, "html")
        script = str(Path(__file__).with_name("prerender.py"))
        environment = {**os.environ, "PYSPARK_SUBMIT_ARGS": "--master local[2] --conf spark.ui.enabled=false pyspark-shell"}
        done = subprocess.run(
            ["python3", script, "--program", PROGRAM, "--base", BASE, "--partitions", "4", str(self.input), str(out), "--", "--page"],
            capture_output=True, encoding="utf-8", env=environment, check=False,
        )
        self.assertEqual(done.returncode, 1, done.stderr)  # three articles are bad
        self.assertEqual(json.loads(done.stdout.splitlines()[-1]), {"articles": ARTICLES, "failed": len(BAD)})
        table = self.spark.read.parquet(str(out))
        self.assertEqual(table.columns, ["id", "html", "error", "message", "failed"])
        self.assertEqual(table.where("error is null").count(), ARTICLES - len(BAD))
        self.assertTrue(table.where("id = 'news-0'").first().html.startswith("<!doctype html>"))


if __name__ == "__main__":
    unittest.main()
