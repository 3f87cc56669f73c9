-- Cells of the points-of-contact grid answered yes, of those answered yes or no.
SELECT recipient, count(*) FILTER (WHERE value = 'yes') AS part, count(*) AS whole
FROM v_answer WHERE aspect GLOB 'poc.*' AND kind = 'value' AND value IN ('yes', 'no')
GROUP BY recipient
