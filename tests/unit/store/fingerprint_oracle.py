"""Oracle of test_store_fingerprint: the fingerprints of the fixtures, made without the engine
from the encoding that engine/store/row.h describes. Run: python3 fingerprint_oracle.py"""

import hashlib
import struct

NOTHING = b"n"


def number(value):
    return b"i" + struct.pack("<q", value)


def text(value):
    coded = value.encode("utf-8")
    return b"t" + struct.pack("<q", len(coded)) + coded


def texts(*values):
    return b"".join(text(value) for value in values)


def numbers(*values):
    return b"".join(NOTHING if value is None else number(value) for value in values)


def answer(item, kind, value):
    """kind 0 value, 1 dont_know, 2 not_applicable, 3 not_said."""
    head = number(item << 8 | kind << 1 | isinstance(value, int))
    return head if value is None else head + (number if isinstance(value, int) else text)(value)


response = texts("state-needs", "2026080101", "FJI", "CERT", "1", "circulated")
response += numbers(20690, 20720, 1, 0)
for row in [(0, 0, "much"), (1, 0, 2), (2, 0, 4), (3, 1, None), (4, 0, 21365), (5, 3, None),
            (6, 0, "Sitiveni Rabuka")]:
    response += answer(*row)

programme = texts("aid", "P1", 'A CERT for three states;\nsecond "line", with commas',
                  "seen by hand", "P1", "Digital governance", "en", "https://example.org/1",
                  "Note 14/2026", "joint with ITU", "parties", "finalisation")
programme += numbers(17167, 17531, 18262, 18262, -25567, 84005, 20000, 20000, 250000, 1000000, 0)
programme += texts("training funding", "public") + numbers(1, 9000000000000)
programme += texts("CHF", "CHF 0.01-90 bn") + numbers(30, 45)
programme += texts("partially", "some", "K2 K5")
programme += numbers(0, 1, None, 1, 4, 0, None, 2, 3, 2, 1)
programme += number(3)
programme += texts("Department of Foreign Affairs", "AU-5", "", "funding") + 2 * NOTHING
programme += numbers(10, 400000)
programme += texts("Côte d'Ivoire Télécom", "", "own-17", "participant", "private_ci", "co_design")
programme += numbers(0, None) + texts("", "", "") + 2 * NOTHING + text("none") + numbers(0, None)
programme += number(3)
for code, ppm, stated, depth in [("TON", 333334, 1, "priority"), ("FJI", 333333, 0, "unsaid"),
                                 ("R:Pacific", 333333, 0, "event")]:
    programme += text(code) + numbers(ppm, stated) + text(depth)
programme += number(2)
programme += text("D1.2") + numbers(700000, 0) + texts("text", "CERT", "title") + number(60)
programme += text("D3.3") + numbers(300000, 1) + texts("stated", "", "") + number(100)
programme += number(2) + texts("TON", "D1.2") + number(250000) + texts("FJI", "D3.3") + number(0)
programme += number(2) + texts("1", "22040", "") + numbers(600000, 1)
programme += texts("99", "", "Numérique") + numbers(1000000, 0)
programme += number(2) + texts("parent", "XM-DAC-5-1", "successor", "aid:AU-1")

account = number(1) + texts("Strategy 2025", "FJI", "together", "agreed", "reused", "limited")
account += numbers(0, 1, None, 0, -2) + text("public") + number(1)
account += NOTHING + number(1) + text("business technical") + number(1) + NOTHING + number(-2)

print("response ", hashlib.blake2b(response, digest_size=32).hexdigest())
print("programme", hashlib.blake2b(programme, digest_size=32).hexdigest())
print("account  ", hashlib.blake2b(programme + account, digest_size=32).hexdigest())
