-- Σ supply·v / Σ supply; v of the effective number of donors N = 1 / Σ s².
SELECT recipient,
       sum(whole * max(0.0, min(1.0, (6 - whole * whole / squares) / 4))) AS part,
       sum(whole) AS whole
FROM (SELECT recipient, capability, sum(given) AS whole, sum(given * given) AS squares
      FROM (SELECT recipient, capability, donor, sum(rate * (ends - begins)) AS given
            FROM work GROUP BY recipient, capability, donor)
      GROUP BY recipient, capability)
GROUP BY recipient
