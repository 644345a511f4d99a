"""Reads a .mizan file by FORMAT.md alone and prints, as JSON, its book, its changes and what stands in every record."""
import hashlib, io, json, re, struct, sys, zipfile

RUN = re.compile(r"^([A-Za-z][A-Za-z0-9.]*@)(0|-?[1-9]\d{0,4})(?:\+([1-9]\d{0,3}))?$")


def parts_of(data):
    if data[:8] != b"MIZAN\r\n\x1a" or hashlib.sha256(data[:-32]).digest() != data[-32:]:
        sys.exit("not a sound .mizan file")
    version, header = struct.unpack(">II", data[8:16])
    if version not in (1, 3):
        sys.exit("a newer container")
    archive = zipfile.ZipFile(io.BytesIO(data[16 + header : -32]))
    manifest = json.loads(archive.read("manifest.json"))
    for name, said in manifest["parts"].items():
        if hashlib.sha256(archive.read(name)).hexdigest() != said["sha256"]:
            sys.exit("damaged: " + name)
    return manifest, [json.loads(line) for line in archive.read("log/0.jsonl").decode().splitlines() if line]


def months(field, value):
    run = RUN.match(field)
    if not run or not run[3]:
        return [(field, value)]
    count = int(run[3])
    values = value if isinstance(value, list) else [None] * count
    return [(f"{run[1]}{int(run[2]) + i}", values[i]) for i in range(count)]


def heads_of(changes):
    said, replaced = {}, set()
    for change in changes:
        for kind, record, fields in change["writes"]:
            for name, value, *seen in fields:
                for field, each in months(name, value):
                    key = (kind, record, field)
                    said.setdefault(key, []).append((change["at"], change["id"], change["schema"], each))
                    replaced.update((key, id) for id in seen)
    return {key: sorted((h for h in all if (key, h[1]) not in replaced), key=lambda h: h[:2]) for key, all in said.items()}


def standing(heads):
    seals = {}
    for (kind, record, field), all in heads.items():
        found = [head for head in all if field == "$life" and head[3] == "sealed"]
        if found and found[-1][2] >= 5:
            seals[kind, record] = found[-1][1]
    records = {}
    for (kind, record, field), all in heads.items():
        seal = None if RUN.match(field) else seals.get((kind, record))
        own = [head for head in all if seal in (None, head[1])]
        if own and own[-1][3] is not None:
            records.setdefault(f"{kind}/{record}", {})[field] = own[-1][3]
    return {key: fields for key, fields in records.items() if fields.get("$life", "deleted") != "deleted"}


manifest, changes = parts_of(open(sys.argv[1], "rb").read())
print(json.dumps({"book": manifest["book"], "changes": len(changes), "records": standing(heads_of(changes))}))
