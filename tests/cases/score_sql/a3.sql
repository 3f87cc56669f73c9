-- Σ n·min(1, supply/need) / Σ n over needs above nought.
SELECT recipient, sum(n * min(1.0, coalesce(given, 0) / size)) AS part, sum(n) AS whole
FROM need LEFT JOIN supply USING (recipient, capability)
WHERE size > 0 GROUP BY recipient
