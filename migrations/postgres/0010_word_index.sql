-- Where words stand in what can be found: they come parted and stemmed, and no text is kept twice.
CREATE TABLE "document_words" (
	"number" bigint PRIMARY KEY NOT NULL,
	"statement" tsvector NOT NULL,
	"words" tsvector NOT NULL
);
--> statement-breakpoint
CREATE INDEX "document_words_statement" ON "document_words" USING gin ("statement");
--> statement-breakpoint
CREATE INDEX "document_words_words" ON "document_words" USING gin ("words");
--> statement-breakpoint
-- What is there already gets its numbers, and is read soon after the desk was opened.
INSERT INTO "documents" ("number", "kind", "subject", "stems")
SELECT row_number() OVER (ORDER BY id), kind, id, ''
FROM (SELECT 'claim' AS kind, id FROM "claims" UNION ALL SELECT 'article', id FROM "articles") AS there;
--> statement-breakpoint
INSERT INTO "unindexed" ("number") SELECT "number" FROM "documents";
--> statement-breakpoint
INSERT INTO "words" ("stem", "tail", "claims", "documents")
SELECT '', '', (SELECT count(*) FROM "claims"), (SELECT count(*) FROM "documents");
