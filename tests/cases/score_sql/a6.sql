-- Mean of the answered items of ownership over 4, of programmes with at least three of the five.
SELECT recipient, sum(v) AS part, count(*) AS whole
FROM (SELECT recipient, avg(CAST(value AS INTEGER)) / 4 AS v
      FROM v_answer WHERE aspect GLOB 'support.*.own_*' AND kind = 'value'
      GROUP BY recipient, substr(aspect, 1, instr(substr(aspect, 9), '.') + 8)
      HAVING count(*) >= 3)
GROUP BY recipient HAVING 2 * count(*) >= 5
