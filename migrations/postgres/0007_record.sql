CREATE TABLE "checkpoints" (
	"size" bigint PRIMARY KEY NOT NULL,
	"at" text COLLATE "C" NOT NULL,
	"root" text COLLATE "C" NOT NULL,
	"key" text COLLATE "C" NOT NULL,
	"signature" text COLLATE "C" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "letters" (
	"tip" text COLLATE "C" PRIMARY KEY NOT NULL,
	"words" text COLLATE "C" NOT NULL,
	"url" text COLLATE "C",
	"contact" text COLLATE "C"
);
--> statement-breakpoint
CREATE TABLE "readings" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"revision" bigint NOT NULL,
	"claim" text COLLATE "C" NOT NULL,
	"verdict" text COLLATE "C" NOT NULL,
	"reader" text COLLATE "C" NOT NULL,
	"mode" text COLLATE "C" NOT NULL,
	"rating" text COLLATE "C",
	"rationale" text COLLATE "C",
	"against" text COLLATE "C",
	"filed_at" text COLLATE "C" NOT NULL,
	"outcome" text COLLATE "C",
	"adjudicator" text COLLATE "C",
	"adjudicated_at" text COLLATE "C",
	"adjudication" text COLLATE "C"
);
--> statement-breakpoint
CREATE TABLE "ledger_tiles" (
	"number" bigint PRIMARY KEY NOT NULL,
	"hash" text COLLATE "C" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "tips" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"revision" bigint NOT NULL,
	"about" text COLLATE "C" NOT NULL,
	"claim" text COLLATE "C",
	"status" text COLLATE "C" NOT NULL,
	"received_at" text COLLATE "C" NOT NULL
);
--> statement-breakpoint
ALTER TABLE "desks" ADD COLUMN "reading" text COLLATE "C";--> statement-breakpoint
ALTER TABLE "desks" ADD COLUMN "blind_topics" text;--> statement-breakpoint
ALTER TABLE "desks" ADD COLUMN "two_reader_topics" text;--> statement-breakpoint
ALTER TABLE "desks" ADD COLUMN "methodology_en" text COLLATE "C";--> statement-breakpoint
ALTER TABLE "desks" ADD COLUMN "methodology_it" text COLLATE "C";--> statement-breakpoint
ALTER TABLE "desks" ADD COLUMN "scale_en" text COLLATE "C";--> statement-breakpoint
ALTER TABLE "desks" ADD COLUMN "scale_it" text COLLATE "C";--> statement-breakpoint
ALTER TABLE "people" ADD COLUMN "erased_at" text COLLATE "C";--> statement-breakpoint
ALTER TABLE "ratings" ADD COLUMN "meaning_en" text COLLATE "C";--> statement-breakpoint
ALTER TABLE "ratings" ADD COLUMN "meaning_it" text COLLATE "C";--> statement-breakpoint
ALTER TABLE "verdicts" ADD COLUMN "valid_until" text COLLATE "C";--> statement-breakpoint
ALTER TABLE "verdicts" ADD COLUMN "recheck_on" text COLLATE "C";--> statement-breakpoint
ALTER TABLE "verdicts" ADD COLUMN "confirmed" text;--> statement-breakpoint
ALTER TABLE "verdicts" ADD COLUMN "mode" text COLLATE "C";--> statement-breakpoint
ALTER TABLE "verdicts" ADD COLUMN "slug" text COLLATE "C";--> statement-breakpoint
ALTER TABLE "letters" ADD CONSTRAINT "letters_tip_tips_id_fk" FOREIGN KEY ("tip") REFERENCES "public"."tips"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "readings" ADD CONSTRAINT "readings_claim_claims_id_fk" FOREIGN KEY ("claim") REFERENCES "public"."claims"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "readings" ADD CONSTRAINT "readings_verdict_verdicts_id_fk" FOREIGN KEY ("verdict") REFERENCES "public"."verdicts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "checkpoints_at" ON "checkpoints" USING btree ("at");--> statement-breakpoint
CREATE INDEX "readings_verdict" ON "readings" USING btree ("verdict","filed_at");--> statement-breakpoint
CREATE INDEX "readings_claim" ON "readings" USING btree ("claim");--> statement-breakpoint
CREATE INDEX "readings_pair" ON "readings" USING btree ("mode","against","rating");--> statement-breakpoint
CREATE INDEX "tips_status" ON "tips" USING btree ("status","received_at","id");--> statement-breakpoint
CREATE INDEX "ledger_at" ON "ledger" USING btree ("at","seq");--> statement-breakpoint
CREATE INDEX "ledger_actor" ON "ledger" USING btree ("actor","seq");--> statement-breakpoint
CREATE INDEX "verdicts_recheck" ON "verdicts" USING btree ("status","recheck_on");--> statement-breakpoint
CREATE INDEX "verdicts_valid" ON "verdicts" USING btree ("status","valid_until");--> statement-breakpoint
CREATE INDEX "verdicts_slug" ON "verdicts" USING btree ("slug","number");--> statement-breakpoint
CREATE INDEX "verdicts_told" ON "verdicts" USING btree ("status","published_at","id");