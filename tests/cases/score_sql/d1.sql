-- Groups at least consulted, of five; every role is answered here.
SELECT recipient,
       count(*) FILTER (WHERE value IN ('consulted', 'co_design', 'co_deliver', 'co_govern')) / 5.0
           AS part,
       count(*) / 5.0 AS whole
FROM v_answer WHERE aspect GLOB 'support.*.role_*' AND kind = 'value'
GROUP BY recipient
