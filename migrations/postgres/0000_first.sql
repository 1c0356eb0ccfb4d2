CREATE TABLE "appearances" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"revision" bigint NOT NULL,
	"claim" text COLLATE "C" NOT NULL,
	"article" text COLLATE "C" NOT NULL,
	"version" text COLLATE "C" NOT NULL,
	"quote" text COLLATE "C" NOT NULL,
	"prefix" text COLLATE "C" NOT NULL,
	"suffix" text COLLATE "C" NOT NULL,
	"start" bigint NOT NULL,
	"end" bigint NOT NULL,
	"claimant_kind" text COLLATE "C" NOT NULL,
	"claimant" text COLLATE "C",
	"attribution" text NOT NULL,
	"claimed_on" text COLLATE "C",
	"claimed_on_reason" text COLLATE "C",
	"added_at" text COLLATE "C" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "article_versions" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"revision" bigint NOT NULL,
	"article" text COLLATE "C" NOT NULL,
	"number" bigint NOT NULL,
	"text" text COLLATE "C" NOT NULL,
	"key" text COLLATE "C" NOT NULL,
	"source" text COLLATE "C" NOT NULL,
	"added_at" text COLLATE "C" NOT NULL,
	CONSTRAINT "article_versions_key" UNIQUE("key")
);
--> statement-breakpoint
CREATE TABLE "articles" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"revision" bigint NOT NULL,
	"title" text COLLATE "C" NOT NULL,
	"outlet" text COLLATE "C",
	"outlet_reason" text COLLATE "C",
	"byline" text COLLATE "C",
	"date" text COLLATE "C",
	"date_reason" text COLLATE "C",
	"language" text COLLATE "C" NOT NULL,
	"url" text COLLATE "C",
	"version" text COLLATE "C" NOT NULL,
	"added_at" text COLLATE "C" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "attempts" (
	"key" text COLLATE "C" PRIMARY KEY NOT NULL,
	"failures" bigint NOT NULL,
	"last_at" text COLLATE "C" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "claim_stems" (
	"stem" text COLLATE "C" NOT NULL,
	"claim" text COLLATE "C" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "claims" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"revision" bigint NOT NULL,
	"statement" text COLLATE "C" NOT NULL,
	"language" text COLLATE "C" NOT NULL,
	"kind" text COLLATE "C" NOT NULL,
	"stage" text COLLATE "C" NOT NULL,
	"stage_since" text COLLATE "C" NOT NULL,
	"assignee" text COLLATE "C",
	"explanation" text COLLATE "C",
	"lead_appearance" text COLLATE "C",
	"set_aside_reason" text COLLATE "C",
	"set_aside_words" text COLLATE "C",
	"duplicate_of" text COLLATE "C"
);
--> statement-breakpoint
CREATE TABLE "desks" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"revision" bigint NOT NULL,
	"name" text COLLATE "C" NOT NULL,
	"url" text COLLATE "C"
);
--> statement-breakpoint
CREATE TABLE "evidence" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"revision" bigint NOT NULL,
	"claim" text COLLATE "C" NOT NULL,
	"number" bigint NOT NULL,
	"stance" text COLLATE "C" NOT NULL,
	"title" text COLLATE "C" NOT NULL,
	"publisher" text COLLATE "C",
	"interest" text COLLATE "C" NOT NULL,
	"url" text COLLATE "C",
	"published_on" text COLLATE "C",
	"quote" text COLLATE "C",
	"quote_language" text COLLATE "C",
	"translation" text COLLATE "C",
	"rank" text COLLATE "C" NOT NULL,
	"rank_reason" text COLLATE "C",
	"visibility" text COLLATE "C" NOT NULL,
	"visibility_reason" text COLLATE "C",
	"added_at" text COLLATE "C" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "identities" (
	"person" text COLLATE "C" PRIMARY KEY NOT NULL,
	"name" text COLLATE "C" NOT NULL,
	"email" text COLLATE "C" NOT NULL,
	"password_hash" text COLLATE "C" NOT NULL,
	CONSTRAINT "identities_email" UNIQUE("email")
);
--> statement-breakpoint
CREATE TABLE "invitations" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"revision" bigint NOT NULL,
	"role" text COLLATE "C" NOT NULL,
	"admin" bigint NOT NULL,
	"token_hash" text COLLATE "C" NOT NULL,
	"status" text COLLATE "C" NOT NULL,
	"expires_at" text COLLATE "C" NOT NULL,
	"person" text COLLATE "C",
	CONSTRAINT "invitations_token" UNIQUE("token_hash")
);
--> statement-breakpoint
CREATE TABLE "ledger" (
	"seq" bigint PRIMARY KEY NOT NULL,
	"format" bigint NOT NULL,
	"at" text COLLATE "C" NOT NULL,
	"actor" text COLLATE "C" NOT NULL,
	"verb" text COLLATE "C" NOT NULL,
	"kind" text COLLATE "C" NOT NULL,
	"subject" text COLLATE "C" NOT NULL,
	"claim" text COLLATE "C",
	"revision" bigint NOT NULL,
	"change" text NOT NULL,
	"comment" text COLLATE "C",
	"previous" text COLLATE "C",
	"hash" text COLLATE "C" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "people" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"revision" bigint NOT NULL,
	"role" text COLLATE "C" NOT NULL,
	"admin" bigint NOT NULL,
	"deactivated_at" text COLLATE "C",
	"joined_at" text COLLATE "C" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "publications" (
	"seq" bigint PRIMARY KEY NOT NULL,
	"verdict" text COLLATE "C" NOT NULL,
	"claim" text COLLATE "C" NOT NULL,
	"status" text COLLATE "C" NOT NULL,
	"body" text COLLATE "C" NOT NULL,
	"hash" text COLLATE "C" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "ratings" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"revision" bigint NOT NULL,
	"position" bigint NOT NULL,
	"number" bigint,
	"label_en" text COLLATE "C" NOT NULL,
	"label_it" text COLLATE "C" NOT NULL,
	"shape" text COLLATE "C" NOT NULL,
	"tone" text COLLATE "C" NOT NULL,
	"retired_at" text COLLATE "C"
);
--> statement-breakpoint
CREATE TABLE "search_records" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"revision" bigint NOT NULL,
	"claim" text COLLATE "C" NOT NULL,
	"place" text COLLATE "C" NOT NULL,
	"words" text COLLATE "C" NOT NULL,
	"searched_on" text COLLATE "C",
	"outcome" text COLLATE "C" NOT NULL,
	"note" text COLLATE "C",
	"added_at" text COLLATE "C" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"token_hash" text COLLATE "C" NOT NULL,
	"person" text COLLATE "C" NOT NULL,
	"agent" text COLLATE "C",
	"started_at" text COLLATE "C" NOT NULL,
	"seen_at" text COLLATE "C" NOT NULL,
	"expires_at" text COLLATE "C" NOT NULL,
	CONSTRAINT "sessions_token" UNIQUE("token_hash")
);
--> statement-breakpoint
CREATE TABLE "texts" (
	"hash" text COLLATE "C" PRIMARY KEY NOT NULL,
	"text" text COLLATE "C" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "verdicts" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"revision" bigint NOT NULL,
	"claim" text COLLATE "C" NOT NULL,
	"number" bigint NOT NULL,
	"status" text COLLATE "C" NOT NULL,
	"rating" text COLLATE "C",
	"reasons" text NOT NULL,
	"conclusion" text COLLATE "C" NOT NULL,
	"rationale" text COLLATE "C" NOT NULL,
	"holds_on" text COLLATE "C",
	"author" text COLLATE "C" NOT NULL,
	"writers" text NOT NULL,
	"reviewer" text COLLATE "C",
	"published_at" text COLLATE "C",
	"correction_kind" text COLLATE "C",
	"correction_reason" text COLLATE "C",
	"withdrawal_reason" text COLLATE "C",
	"under_correction_since" text COLLATE "C",
	"publication" text COLLATE "C"
);
--> statement-breakpoint
ALTER TABLE "appearances" ADD CONSTRAINT "appearances_claim_claims_id_fk" FOREIGN KEY ("claim") REFERENCES "public"."claims"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "appearances" ADD CONSTRAINT "appearances_article_articles_id_fk" FOREIGN KEY ("article") REFERENCES "public"."articles"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "appearances" ADD CONSTRAINT "appearances_version_article_versions_id_fk" FOREIGN KEY ("version") REFERENCES "public"."article_versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "article_versions" ADD CONSTRAINT "article_versions_article_articles_id_fk" FOREIGN KEY ("article") REFERENCES "public"."articles"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "article_versions" ADD CONSTRAINT "article_versions_text_texts_hash_fk" FOREIGN KEY ("text") REFERENCES "public"."texts"("hash") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "claim_stems" ADD CONSTRAINT "claim_stems_claim_claims_id_fk" FOREIGN KEY ("claim") REFERENCES "public"."claims"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_claim_claims_id_fk" FOREIGN KEY ("claim") REFERENCES "public"."claims"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "identities" ADD CONSTRAINT "identities_person_people_id_fk" FOREIGN KEY ("person") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "publications" ADD CONSTRAINT "publications_seq_ledger_seq_fk" FOREIGN KEY ("seq") REFERENCES "public"."ledger"("seq") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "publications" ADD CONSTRAINT "publications_verdict_verdicts_id_fk" FOREIGN KEY ("verdict") REFERENCES "public"."verdicts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "search_records" ADD CONSTRAINT "search_records_claim_claims_id_fk" FOREIGN KEY ("claim") REFERENCES "public"."claims"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_person_people_id_fk" FOREIGN KEY ("person") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "verdicts" ADD CONSTRAINT "verdicts_claim_claims_id_fk" FOREIGN KEY ("claim") REFERENCES "public"."claims"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "appearances_claim" ON "appearances" USING btree ("claim","added_at");--> statement-breakpoint
CREATE INDEX "appearances_version" ON "appearances" USING btree ("version","start");--> statement-breakpoint
CREATE INDEX "appearances_article" ON "appearances" USING btree ("article");--> statement-breakpoint
CREATE UNIQUE INDEX "article_versions_number" ON "article_versions" USING btree ("article","number");--> statement-breakpoint
CREATE INDEX "articles_added" ON "articles" USING btree ("added_at","id");--> statement-breakpoint
CREATE UNIQUE INDEX "claim_stems_stem" ON "claim_stems" USING btree ("stem","claim");--> statement-breakpoint
CREATE INDEX "claim_stems_claim" ON "claim_stems" USING btree ("claim");--> statement-breakpoint
CREATE INDEX "claims_stage" ON "claims" USING btree ("stage","stage_since","id");--> statement-breakpoint
CREATE INDEX "claims_assignee" ON "claims" USING btree ("assignee","stage_since","id");--> statement-breakpoint
CREATE INDEX "claims_since" ON "claims" USING btree ("stage_since","id");--> statement-breakpoint
CREATE UNIQUE INDEX "evidence_number" ON "evidence" USING btree ("claim","number");--> statement-breakpoint
CREATE UNIQUE INDEX "ledger_revision" ON "ledger" USING btree ("kind","subject","revision");--> statement-breakpoint
CREATE INDEX "ledger_claim" ON "ledger" USING btree ("claim","seq");--> statement-breakpoint
CREATE INDEX "publications_verdict" ON "publications" USING btree ("verdict","seq");--> statement-breakpoint
CREATE INDEX "search_records_claim" ON "search_records" USING btree ("claim","added_at");--> statement-breakpoint
CREATE INDEX "sessions_person" ON "sessions" USING btree ("person");--> statement-breakpoint
CREATE UNIQUE INDEX "verdicts_number" ON "verdicts" USING btree ("claim","number");--> statement-breakpoint
CREATE INDEX "verdicts_status" ON "verdicts" USING btree ("status","correction_kind");