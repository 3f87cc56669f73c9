-- Mean rung of the groups present over 5, of programmes with one; every role is answered here.
SELECT recipient, sum(v) AS part, count(*) AS whole
FROM (SELECT recipient,
             avg(CASE value WHEN 'informed' THEN 1 WHEN 'consulted' THEN 2 WHEN 'co_design' THEN 3
                            WHEN 'co_deliver' THEN 4 ELSE 5 END) / 5 AS v
      FROM v_answer
      WHERE aspect GLOB 'support.*.role_*' AND kind = 'value' AND value <> 'none'
      GROUP BY recipient, substr(aspect, 1, instr(substr(aspect, 9), '.') + 8))
GROUP BY recipient
