-- Records with funder, implementer, capability, recipient, start, end and status. A record counts
-- once in every recipient it reaches, and once in all.
SELECT recipient,
       count(*) FILTER (WHERE funding <> '' AND implementing <> '' AND start_low <> ''
                        AND end_low <> '' AND status <> '') AS part,
       count(*) AS whole
FROM v_programme JOIN (SELECT DISTINCT register, record, recipient FROM v_place) USING (register, record)
GROUP BY recipient
UNION ALL
SELECT '', count(*) FILTER (WHERE funding <> '' AND implementing <> '' AND start_low <> ''
                            AND end_low <> '' AND status <> ''), count(*)
FROM v_programme
