#!/usr/bin/python3
"""What structured data alone gives on a labelled folder, read by extruct (Debian: python3-extruct).

Usage: structured_data.py PAGES LABELS

A row counts as found when an item with its address or its title stands in the page's JSON-LD, microdata, RDFa or
OpenGraph; its title, price and image are right when they equal the label's. Advert pages are read by their first Product,
else by OpenGraph.
"""
import html
import json
import pathlib
import re
import sys
from urllib.parse import unquote, urljoin, urlparse

import extruct


def tidy(text):
    return re.sub(r"\s+", " ", html.unescape(html.unescape(str(text or "")))).strip()


def key(url):
    address = urlparse(url or "")
    return (address.netloc + unquote(address.path).rstrip("/")).lower()


def first(value):
    return first(value[0]) if isinstance(value, list) and value else value


def walk(value):
    if isinstance(value, dict):
        yield value
        for inner in value.values():
            yield from walk(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from walk(inner)


def number(text):
    try:
        return float(str(text))
    except ValueError:
        return None


def items_of(data, base):
    for block in walk(data):
        props = {**block, **block.get("properties", {})} if isinstance(block.get("properties"), dict) else block
        name = first(props.get("name") or props.get("headline") or props.get("http://schema.org/name"))
        if not isinstance(name, str):
            continue
        offers = [o for o in walk(props.get("offers")) if "price" in o or "lowPrice" in o]
        price = number(first(offers[0].get("price", offers[0].get("lowPrice")))) if offers else None
        image = first(props.get("image"))
        image = image.get("url") if isinstance(image, dict) else image
        url = first(props.get("url") or props.get("@id"))
        yield {
            "kind": str(first(block.get("@type") or block.get("type"))),
            "title": tidy(name),
            "url": urljoin(base, url) if isinstance(url, str) else None,
            "price": price,
            "image": urljoin(base, image) if isinstance(image, str) else None,
            "description": tidy(first(props.get("description"))),
        }


def main(pages, labels):
    counts = {}

    def count(field, right):
        tally = counts.setdefault(field, [0, 0])
        tally[0] += bool(right)
        tally[1] += 1

    for page in sorted(pathlib.Path(pages).glob("*.html")):
        label_file = pathlib.Path(labels) / (page.stem + ".json")
        if not label_file.exists():
            continue
        label = json.loads(label_file.read_text(encoding="utf-8"))
        base = label.get("pageUrl") or "http://page.invalid/"
        text = page.read_bytes().decode("utf-8", "replace")
        data = extruct.extract(text, base_url=base, syntaxes=["json-ld", "microdata", "rdfa", "opengraph"], errors="ignore")
        items = list(items_of(data, base))
        if "rows" in label:
            for row in label["rows"]:
                found = next((i for i in items if i["url"] and key(i["url"]) == key(row["url"])), None)
                found = found or next((i for i in items if i["title"] == tidy(row["title"])), None)
                count("rows found", found)
                count("row title", found and found["title"] == tidy(row["title"]))
                if row.get("price") is not None:
                    count("row price", found and found["price"] == row["price"])
                if row.get("image"):
                    count("row image", found and found["image"] and key(found["image"]) == key(row["image"]))
        elif "posts" not in label:
            product = next((i for i in items if i["kind"].endswith("Product")), None)
            graph = {k: v for block in data.get("opengraph", []) for k, v in block.get("properties", [])}
            count("advert title", tidy(product["title"] if product else graph.get("og:title")) == tidy(label.get("title")))
            if label.get("price") is not None:
                count("advert price", product and product["price"] == label["price"])
            start = tidy(label.get("description_startswith"))
            if start and "description_startswith" not in label.get("unlabelled", []):
                count("advert description", (product["description"] if product else tidy(graph.get("og:description"))).startswith(start))

    for field, (right, total) in counts.items():
        print(f"{field:20} {right / total:.3f} ({right}/{total})")


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    main(sys.argv[1], sys.argv[2])
