"""Holds workflow files against a schema with the jsonschema package.

Usage: validate.py SCHEMA FILE...

Every file must be valid as it is, and no longer valid when any one of its
keys is misspelt. Prints what is not so; silence is success.
"""
import copy
import json
import sys

import jsonschema
import yaml

# Maps whose keys the steward chooses: a misspelt name there is another name.
CHOSEN = {
    "states", "rules", "subjects", "actions", "outcomes", "fields", "formulas", "duties", "bodies",
    "each-class", "weights", "caps", "districts", "roles", "classes", "members", "amounts", "title", "does", "waits-for",
}
# Words for people may be in any language.
LANGUAGES = {"en", "sv"}


def keys(node, path=(), chosen=False):
    """Every key that the language gives, by its path."""
    if isinstance(node, dict):
        for key, value in node.items():
            if not chosen and key not in LANGUAGES:
                yield path + (key,)
            yield from keys(value, path + (key,), not chosen and key in CHOSEN)
    elif isinstance(node, list):
        for place, value in enumerate(node):
            yield from keys(value, path + (place,))


def misspelt(document, path):
    changed = copy.deepcopy(document)
    node = changed
    for part in path[:-1]:
        node = node[part]
    node[path[-1] + "x"] = node.pop(path[-1])
    return changed


schema = json.load(open(sys.argv[1]))
jsonschema.Draft202012Validator.check_schema(schema)
validator = jsonschema.Draft202012Validator(schema)
for file in sys.argv[2:]:
    document = yaml.load(open(file, encoding="utf-8"), Loader=yaml.BaseLoader)
    for error in validator.iter_errors(document):
        best = jsonschema.exceptions.best_match([error])
        print(f"{file}: {list(best.absolute_path)}: {best.message[:200]}")
    for path in keys(document):
        if validator.is_valid(misspelt(document, path)):
            print(f"{file}: accepted with {list(path)} misspelt")
