CREATE TABLE "documents" (
	"number" bigint PRIMARY KEY NOT NULL,
	"kind" text COLLATE "C" NOT NULL,
	"subject" text COLLATE "C" NOT NULL,
	"stems" text COLLATE "C" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "unindexed" (
	"number" bigint PRIMARY KEY NOT NULL
);
--> statement-breakpoint
CREATE TABLE "words" (
	"stem" text COLLATE "C" PRIMARY KEY NOT NULL,
	"tail" text COLLATE "C" NOT NULL,
	"claims" bigint NOT NULL,
	"documents" bigint NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX "documents_subject" ON "documents" USING btree ("subject");--> statement-breakpoint
CREATE INDEX "words_tail" ON "words" USING btree ("tail");