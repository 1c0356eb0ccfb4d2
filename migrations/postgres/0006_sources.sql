CREATE TABLE "asides" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"revision" bigint NOT NULL,
	"article" text COLLATE "C" NOT NULL,
	"version" text COLLATE "C" NOT NULL,
	"quote" text COLLATE "C" NOT NULL,
	"prefix" text COLLATE "C" NOT NULL,
	"suffix" text COLLATE "C" NOT NULL,
	"start" bigint NOT NULL,
	"end" bigint NOT NULL,
	"reason" text COLLATE "C" NOT NULL,
	"words" text COLLATE "C",
	"added_at" text COLLATE "C" NOT NULL,
	"lifted_at" text COLLATE "C"
);
--> statement-breakpoint
CREATE TABLE "drifts" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"revision" bigint NOT NULL,
	"claim" text COLLATE "C" NOT NULL,
	"about" text COLLATE "C" NOT NULL,
	"about_kind" text COLLATE "C" NOT NULL,
	"source" text COLLATE "C",
	"snapshot" text COLLATE "C",
	"version" text COLLATE "C",
	"status" text COLLATE "C" NOT NULL,
	"outcome" text COLLATE "C",
	"opened_at" text COLLATE "C" NOT NULL,
	"settled_at" text COLLATE "C"
);
--> statement-breakpoint
CREATE TABLE "snapshots" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"revision" bigint NOT NULL,
	"source" text COLLATE "C",
	"way" text COLLATE "C" NOT NULL,
	"warc" text COLLATE "C" NOT NULL,
	"bytes" text COLLATE "C" NOT NULL,
	"size" bigint NOT NULL,
	"text" text COLLATE "C",
	"title" text COLLATE "C",
	"language" text COLLATE "C",
	"media_type" text COLLATE "C",
	"url" text COLLATE "C",
	"status" bigint,
	"taken_at" text COLLATE "C" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "source_visits" (
	"source" text COLLATE "C" PRIMARY KEY NOT NULL,
	"at" text COLLATE "C" NOT NULL,
	"outcome" text COLLATE "C" NOT NULL,
	"why" text COLLATE "C",
	"etag" text COLLATE "C",
	"last_modified" text COLLATE "C"
);
--> statement-breakpoint
CREATE TABLE "sources" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"revision" bigint NOT NULL,
	"url" text COLLATE "C" NOT NULL,
	"snapshot" text COLLATE "C",
	"gone_since" text COLLATE "C",
	"added_at" text COLLATE "C" NOT NULL
);
--> statement-breakpoint
ALTER TABLE "article_versions" ADD COLUMN "snapshot" text COLLATE "C";--> statement-breakpoint
ALTER TABLE "evidence" ADD COLUMN "snapshot" text COLLATE "C";--> statement-breakpoint
ALTER TABLE "evidence" ADD COLUMN "quote_prefix" text COLLATE "C";--> statement-breakpoint
ALTER TABLE "evidence" ADD COLUMN "quote_suffix" text COLLATE "C";--> statement-breakpoint
ALTER TABLE "evidence" ADD COLUMN "quote_start" bigint;--> statement-breakpoint
ALTER TABLE "evidence" ADD COLUMN "quote_end" bigint;--> statement-breakpoint
ALTER TABLE "evidence" ADD COLUMN "quote_reason" text COLLATE "C";--> statement-breakpoint
ALTER TABLE "verdicts" ADD COLUMN "findings" text;--> statement-breakpoint
ALTER TABLE "verdicts" ADD COLUMN "findings_word" text COLLATE "C";--> statement-breakpoint
ALTER TABLE "asides" ADD CONSTRAINT "asides_article_articles_id_fk" FOREIGN KEY ("article") REFERENCES "public"."articles"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "asides" ADD CONSTRAINT "asides_version_article_versions_id_fk" FOREIGN KEY ("version") REFERENCES "public"."article_versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "drifts" ADD CONSTRAINT "drifts_claim_claims_id_fk" FOREIGN KEY ("claim") REFERENCES "public"."claims"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "drifts" ADD CONSTRAINT "drifts_source_sources_id_fk" FOREIGN KEY ("source") REFERENCES "public"."sources"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "drifts" ADD CONSTRAINT "drifts_snapshot_snapshots_id_fk" FOREIGN KEY ("snapshot") REFERENCES "public"."snapshots"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "snapshots" ADD CONSTRAINT "snapshots_source_sources_id_fk" FOREIGN KEY ("source") REFERENCES "public"."sources"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "snapshots" ADD CONSTRAINT "snapshots_text_texts_hash_fk" FOREIGN KEY ("text") REFERENCES "public"."texts"("hash") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "source_visits" ADD CONSTRAINT "source_visits_source_sources_id_fk" FOREIGN KEY ("source") REFERENCES "public"."sources"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "asides_article" ON "asides" USING btree ("article");--> statement-breakpoint
CREATE INDEX "drifts_claim" ON "drifts" USING btree ("claim");--> statement-breakpoint
CREATE INDEX "drifts_about" ON "drifts" USING btree ("about");--> statement-breakpoint
CREATE INDEX "drifts_open" ON "drifts" USING btree ("settled_at","opened_at","id");--> statement-breakpoint
CREATE INDEX "snapshots_source" ON "snapshots" USING btree ("source","taken_at");--> statement-breakpoint
CREATE INDEX "snapshots_bytes" ON "snapshots" USING btree ("bytes");--> statement-breakpoint
CREATE INDEX "snapshots_warc" ON "snapshots" USING btree ("warc");--> statement-breakpoint
CREATE UNIQUE INDEX "sources_url" ON "sources" USING btree ("url");--> statement-breakpoint
CREATE INDEX "sources_added" ON "sources" USING btree ("added_at","id");--> statement-breakpoint
CREATE INDEX "article_versions_snapshot" ON "article_versions" USING btree ("snapshot");--> statement-breakpoint
CREATE INDEX "evidence_snapshot" ON "evidence" USING btree ("snapshot");