-- Σ (supply − supply beyond need where donors meet) / Σ supply, at needs above nought.
SELECT recipient, sum(supply.given - red * beyond.given) AS part, sum(supply.given) AS whole
FROM (SELECT recipient, capability,
             iif(beyond.given > 0,
                 max(0.0, min(1.0, (supply.given - size) / beyond.given)), 0.0) AS red
      FROM supply JOIN need USING (recipient, capability) JOIN beyond USING (recipient, capability)
      WHERE size > 0)
JOIN supply USING (recipient, capability) JOIN beyond USING (recipient, capability)
GROUP BY recipient
