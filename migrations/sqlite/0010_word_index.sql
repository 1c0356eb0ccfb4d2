-- Where words stand in what can be found: they come parted and stemmed, and no text is kept twice.
CREATE VIRTUAL TABLE `document_words` USING fts5(
  statement, conclusion, claimant, title, evidence, rationale, text,
  content = '', contentless_delete = 1, tokenize = 'ascii'
);
--> statement-breakpoint
-- What is there already gets its numbers, and is read soon after the desk was opened.
INSERT INTO `documents` (`number`, `kind`, `subject`, `stems`)
SELECT row_number() OVER (ORDER BY id), kind, id, ''
FROM (SELECT 'claim' AS kind, id FROM `claims` UNION ALL SELECT 'article', id FROM `articles`);
--> statement-breakpoint
INSERT INTO `unindexed` (`number`) SELECT `number` FROM `documents`;
--> statement-breakpoint
INSERT INTO `words` (`stem`, `tail`, `claims`, `documents`)
SELECT '', '', (SELECT count(*) FROM `claims`), (SELECT count(*) FROM `documents`);
