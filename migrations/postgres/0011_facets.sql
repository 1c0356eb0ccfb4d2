CREATE TABLE "claim_facets" (
	"facet" bigint NOT NULL,
	"stage" bigint NOT NULL,
	"since" bigint NOT NULL,
	"due" bigint,
	"claim" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "claim_numbers" (
	"number" bigint PRIMARY KEY NOT NULL,
	"claim" text COLLATE "C" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "facet_pairs" (
	"one" bigint NOT NULL,
	"other" bigint NOT NULL,
	"one_kind" bigint NOT NULL,
	"other_kind" bigint NOT NULL,
	"claims" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "facets" (
	"number" bigint PRIMARY KEY NOT NULL,
	"kind" bigint NOT NULL,
	"value" text COLLATE "C" NOT NULL,
	"claims" bigint NOT NULL
);
--> statement-breakpoint
ALTER TABLE "claim_numbers" ADD CONSTRAINT "claim_numbers_claim_claims_id_fk" FOREIGN KEY ("claim") REFERENCES "public"."claims"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "claim_facets_claim" ON "claim_facets" USING btree ("claim","facet");--> statement-breakpoint
CREATE INDEX "claim_facets_newest" ON "claim_facets" USING btree ("facet","stage","claim");--> statement-breakpoint
CREATE INDEX "claim_facets_since" ON "claim_facets" USING btree ("facet","stage","since","claim");--> statement-breakpoint
CREATE INDEX "claim_facets_due" ON "claim_facets" USING btree ("facet","stage","due","since","claim") WHERE "claim_facets"."due" is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "claim_numbers_claim" ON "claim_numbers" USING btree ("claim");--> statement-breakpoint
CREATE UNIQUE INDEX "facet_pairs_both" ON "facet_pairs" USING btree ("one","other");--> statement-breakpoint
CREATE INDEX "facet_pairs_one" ON "facet_pairs" USING btree ("one","other_kind","claims","other");--> statement-breakpoint
CREATE INDEX "facet_pairs_other" ON "facet_pairs" USING btree ("other","one_kind","claims","one");--> statement-breakpoint
CREATE UNIQUE INDEX "facets_value" ON "facets" USING btree ("kind","value");--> statement-breakpoint
CREATE INDEX "facets_most" ON "facets" USING btree ("kind","claims","number");