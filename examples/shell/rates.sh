jq -r '.rows[] | select(.hcpcs == "22511")
  | "\(.office.nonFacility.value) \(.hopd.oppsRate.value) \(.asc.ascRate.value)"' out/2026A/site-of-service.json
