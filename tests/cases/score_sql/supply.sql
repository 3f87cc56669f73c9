-- What several statements share. Work is one day of one programme at one place: full effort where a
-- record has one capability and no notion of depth, so the recipient's stated share of it.
-- The window is [first, last) in days.
CREATE TEMP VIEW record AS
SELECT register, record, funding AS donor, status,
       max(CAST(julianday(start_low) AS INTEGER), (SELECT first FROM frame)) AS begins,
       min(CAST(julianday(end_low) AS INTEGER) + 1, (SELECT last FROM frame)) AS ends
FROM v_programme
WHERE set_aside = 0 AND coalesce(status, '') NOT IN ('suspended', 'cancelled')
  AND start_low IS NOT NULL;

CREATE TEMP VIEW work AS
SELECT p.recipient, p.capability, r.donor, r.begins, r.ends,
       p.recipient_share * p.capability_share AS rate
FROM v_place AS p JOIN record AS r USING (register, record)
WHERE r.ends > r.begins;

CREATE TEMP VIEW supply AS
SELECT recipient, capability, sum(rate * (ends - begins)) AS given
FROM work GROUP BY recipient, capability;

-- Needs of those who gave stage, target and importance: a the gap, b the importance, n = √(ab)/4,
-- severity from ab, need m(severity) programmes through the window. "none" wanted is no need.
CREATE TEMP VIEW sized AS
SELECT recipient, capability,
       iif(help = 'none', 0, max(0, CAST(wanted AS INTEGER) - CAST(now AS INTEGER)) *
           CASE importance WHEN 'low' THEN 1 WHEN 'medium' THEN 2 WHEN 'high' THEN 3 ELSE 4 END)
           AS ab
FROM v_need;

CREATE TEMP VIEW need AS
SELECT recipient, capability, sqrt(ab) / 4 AS n,
       (SELECT last - first FROM frame) *
       CASE WHEN ab = 0 THEN 0 WHEN ab = 1 THEN .25 WHEN ab <= 3 THEN .5 WHEN ab = 4 THEN 1
            WHEN ab <= 9 THEN 1.5 ELSE 2 END AS size
FROM sized;

-- Support of all donors but the largest, day by day.
CREATE TEMP TABLE beyond AS
WITH RECURSIVE day(number) AS (
    SELECT first FROM frame
    UNION ALL
    SELECT number + 1 FROM day WHERE number + 1 < (SELECT last FROM frame)
),
rate AS (
    SELECT recipient, capability, number, donor, sum(rate) AS given
    FROM day JOIN work ON begins <= number AND number < ends
    GROUP BY recipient, capability, number, donor
),
daily AS (
    SELECT recipient, capability, sum(given) - max(given) AS given
    FROM rate GROUP BY recipient, capability, number
)
SELECT recipient, capability, sum(given) AS given FROM daily GROUP BY recipient, capability;
