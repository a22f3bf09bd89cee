#!/usr/bin/env python3
"""Writes articles of our own words, one JSON a line, for the test and for the figures of docs/SCALE.md.

python3 articles.py NUMBER [WORDS] > articles.ndjson
"""

import json
import random
import sys

WORDS = (
    "أوضح المتحدث أن الورش سيتواصل خلال الأسابيع المقبلة وفق البرنامج الذي اتفقت عليه الأطراف السكان الخدمات الجديدة "
    "تدريجيا قبل نهاية السنة المدينة العتيقة الميناء الشباب المدرسة الجماعة المجلس المشروع الماء الكهرباء القرية الجبل "
    "الساحل الصناع التقليديون المكتبة القطار المحطة المسافرون الفلاحون الموسم الزيتون الأركان التعاونية النساء الأطفال"
).split()


def article(number: int, words: int = 1000) -> dict:
    """The article of that number: the same words whenever it is asked for."""
    pick = random.Random(number)
    paragraphs = []
    for n in range(max(1, words // 50)):
        text = pick.choices(WORDS, k=50)
        text[3] = f"<strong>{text[3]}</strong>"
        text[25] = f'<a href="/news/{number}-{n}">{text[25]}</a>'
        paragraphs.append(f"<p>{' '.join(text)}.</p>")
    return {
        "id": f"news-{number}",
        "url": f"https://news.example/{number}",
        "language": "ar-MA",
        "title": " ".join(pick.choices(WORDS, k=8)),
        "authors": [{"name": "سلمى العلوي"}],
        "published": "2026-03-05T14:07:00+01:00",
        "body": "\n".join(paragraphs),
    }


if __name__ == "__main__":
    number, words = int(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 1000
    for n in range(number):
        print(json.dumps(article(n, words), ensure_ascii=False))
