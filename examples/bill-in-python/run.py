"""Tries three terms and sets each beside Mississippi's law."""

from pathlib import Path

import billkit

model = billkit.load_bill("model-act")
law = billkit.load_statute("us-ms")

for years in ("1 year", "3 years", "5 years"):
    term = billkit.load_bill(f'[[clauses]]\nkind = "term"\ninitial = "{years}"\n').clause("term")
    bill = model.with_(term)
    found = billkit.contrast(bill, law, kinds=["term"], jurisdiction="us-nd")
    told = [parameter.values for _, parameter in found.differences]
    print(f"{years}: {told or 'no difference'}")

draft = billkit.draft(model.without("definitions"), jurisdiction="us-nd")
redline = billkit.compare(enacted=billkit.draft(model, jurisdiction="us-nd"), proposed=draft)
print(f"without definitions: {redline.summary().deleted_words} words fewer")
Path("redline.html").write_text(redline.to_html(), encoding="utf-8")
