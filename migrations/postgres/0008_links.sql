CREATE TABLE "links" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"revision" bigint NOT NULL,
	"claim" text COLLATE "C" NOT NULL,
	"relation" text COLLATE "C" NOT NULL,
	"other" text COLLATE "C" NOT NULL,
	"why" text COLLATE "C",
	"added_at" text COLLATE "C" NOT NULL,
	"ended_at" text COLLATE "C"
);
--> statement-breakpoint
CREATE TABLE "saved_searches" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"owner" text COLLATE "C" NOT NULL,
	"name" text COLLATE "C" NOT NULL,
	"query" text COLLATE "C" NOT NULL,
	"shared_at" text COLLATE "C",
	"feed" text COLLATE "C",
	"saved_at" text COLLATE "C" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "search_looks" (
	"search" text COLLATE "C" NOT NULL,
	"person" text COLLATE "C" NOT NULL,
	"seen" text COLLATE "C" NOT NULL
);
--> statement-breakpoint
ALTER TABLE "claims" ADD COLUMN "key" text COLLATE "C";--> statement-breakpoint
ALTER TABLE "verdicts" ADD COLUMN "reused_from" text COLLATE "C";--> statement-breakpoint
ALTER TABLE "links" ADD CONSTRAINT "links_claim_claims_id_fk" FOREIGN KEY ("claim") REFERENCES "public"."claims"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "links" ADD CONSTRAINT "links_other_claims_id_fk" FOREIGN KEY ("other") REFERENCES "public"."claims"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "search_looks" ADD CONSTRAINT "search_looks_search_saved_searches_id_fk" FOREIGN KEY ("search") REFERENCES "public"."saved_searches"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "links_claim" ON "links" USING btree ("claim");--> statement-breakpoint
CREATE INDEX "links_other" ON "links" USING btree ("other");--> statement-breakpoint
CREATE INDEX "saved_searches_owner" ON "saved_searches" USING btree ("owner","saved_at");--> statement-breakpoint
CREATE UNIQUE INDEX "saved_searches_feed" ON "saved_searches" USING btree ("feed");--> statement-breakpoint
CREATE UNIQUE INDEX "search_looks_person" ON "search_looks" USING btree ("search","person");--> statement-breakpoint
CREATE INDEX "claims_key" ON "claims" USING btree ("key");--> statement-breakpoint
CREATE INDEX "verdicts_reused" ON "verdicts" USING btree ("reused_from");