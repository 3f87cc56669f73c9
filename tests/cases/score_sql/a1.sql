-- Programmes that the respondent says it asked for first, of those for which it says;
-- less than half of the five are too few.
SELECT recipient, count(*) FILTER (WHERE value = 'yes') AS part, count(*) AS whole
FROM v_answer WHERE aspect GLOB 'support.*.asked_first' AND kind = 'value' AND value IN ('yes', 'no')
GROUP BY recipient HAVING 2 * count(*) >= 5
