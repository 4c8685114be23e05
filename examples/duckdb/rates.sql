SELECT concat_ws(' ', s.office."nonFacility".value, s.hopd."oppsRate".value, s."asc"."ascRate".value)
FROM (SELECT unnest(rows) AS s FROM read_json('out/2026A/site-of-service.json')) WHERE s.hcpcs = '22511';
