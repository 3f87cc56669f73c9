-- (untied + ½ partially tied) / known.
WITH bought AS (
    SELECT register, record,
           CASE tied WHEN 'untied' THEN 1.0 WHEN 'partially' THEN .5 WHEN 'tied' THEN 0.0 END AS v
    FROM v_programme
)
SELECT recipient, sum(v) AS part, count(v) AS whole
FROM bought JOIN (SELECT DISTINCT register, record, recipient FROM v_place) USING (register, record)
GROUP BY recipient
UNION ALL
SELECT '', sum(v), count(v) FROM bought
