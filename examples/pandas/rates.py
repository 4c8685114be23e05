# %% [markdown]
# The sites of 22511 side by side. Run it cell by cell in an editor that knows `# %%`, or as a whole with Python,
# from the folder that has `out/`.

# %% The three amounts
import json, pandas
rows = pandas.json_normalize(json.load(open("out/2026A/site-of-service.json"))["rows"]).set_index("hcpcs")
print(*rows.loc["22511", ["office.nonFacility.value", "hopd.oppsRate.value", "asc.ascRate.value"]])

# %% How the office amounts changed since January 2025, in exact decimals
from decimal import Decimal


def office(release):
    sites = pandas.json_normalize(json.load(open(f"out/{release}/site-of-service.json"))["rows"])
    return sites.set_index("hcpcs")["office.nonFacility.value"].dropna().map(Decimal)


both = pandas.concat({release: office(release) for release in ("2025A", "2026A")}, axis=1, join="inner")
change = (both["2026A"] - both["2025A"]).sort_values()
change
