CREATE TABLE "claim_topics" (
	"topic" text COLLATE "C" NOT NULL,
	"claim" text COLLATE "C" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "claimants" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"revision" bigint NOT NULL,
	"name" text COLLATE "C" NOT NULL,
	"key" text COLLATE "C" NOT NULL,
	"role" text COLLATE "C",
	"same_as" text NOT NULL,
	"added_at" text COLLATE "C" NOT NULL,
	CONSTRAINT "claimants_key" UNIQUE("key")
);
--> statement-breakpoint
CREATE TABLE "contacts" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"revision" bigint NOT NULL,
	"claim" text COLLATE "C" NOT NULL,
	"who" text COLLATE "C" NOT NULL,
	"role" text COLLATE "C",
	"way" text COLLATE "C" NOT NULL,
	"asked_on" text COLLATE "C",
	"question" text COLLATE "C" NOT NULL,
	"outcome" text COLLATE "C" NOT NULL,
	"reply" text COLLATE "C",
	"replied_on" text COLLATE "C",
	"visibility" text COLLATE "C" NOT NULL,
	"added_at" text COLLATE "C" NOT NULL
);
--> statement-breakpoint
ALTER TABLE "appearances" ADD COLUMN "claimant_id" text COLLATE "C";--> statement-breakpoint
ALTER TABLE "appearances" ADD COLUMN "moved_from" text COLLATE "C";--> statement-breakpoint
ALTER TABLE "claims" ADD COLUMN "statement_en" text COLLATE "C";--> statement-breakpoint
ALTER TABLE "claims" ADD COLUMN "statement_it" text COLLATE "C";--> statement-breakpoint
ALTER TABLE "claims" ADD COLUMN "split_from" text COLLATE "C";--> statement-breakpoint
ALTER TABLE "claims" ADD COLUMN "topics" text;--> statement-breakpoint
ALTER TABLE "claims" ADD COLUMN "due_on" text COLLATE "C";--> statement-breakpoint
ALTER TABLE "claims" ADD COLUMN "why" text COLLATE "C";--> statement-breakpoint
ALTER TABLE "claims" ADD COLUMN "waits_for" text COLLATE "C";--> statement-breakpoint
ALTER TABLE "evidence" ADD COLUMN "kind" text COLLATE "C";--> statement-breakpoint
ALTER TABLE "evidence" ADD COLUMN "locator" text COLLATE "C";--> statement-breakpoint
ALTER TABLE "evidence" ADD COLUMN "origin" text COLLATE "C";--> statement-breakpoint
ALTER TABLE "evidence" ADD COLUMN "note" text COLLATE "C";--> statement-breakpoint
ALTER TABLE "verdicts" ADD COLUMN "conclusion_en" text COLLATE "C";--> statement-breakpoint
ALTER TABLE "verdicts" ADD COLUMN "conclusion_it" text COLLATE "C";--> statement-breakpoint
ALTER TABLE "claim_topics" ADD CONSTRAINT "claim_topics_claim_claims_id_fk" FOREIGN KEY ("claim") REFERENCES "public"."claims"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contacts" ADD CONSTRAINT "contacts_claim_claims_id_fk" FOREIGN KEY ("claim") REFERENCES "public"."claims"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "claim_topics_topic" ON "claim_topics" USING btree ("topic","claim");--> statement-breakpoint
CREATE INDEX "claim_topics_claim" ON "claim_topics" USING btree ("claim");--> statement-breakpoint
CREATE INDEX "contacts_claim" ON "contacts" USING btree ("claim","added_at");--> statement-breakpoint
ALTER TABLE "appearances" ADD CONSTRAINT "appearances_claimant_id_claimants_id_fk" FOREIGN KEY ("claimant_id") REFERENCES "public"."claimants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "appearances_claimant" ON "appearances" USING btree ("claimant_id");--> statement-breakpoint
CREATE INDEX "claims_due" ON "claims" USING btree ("due_on","stage_since","id");--> statement-breakpoint
CREATE INDEX "claims_split" ON "claims" USING btree ("split_from");