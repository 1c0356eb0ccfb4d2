CREATE TABLE "requests" (
	"token" text COLLATE "C" NOT NULL,
	"key" text COLLATE "C" NOT NULL,
	"hash" text COLLATE "C" NOT NULL,
	"new_id" text COLLATE "C" NOT NULL,
	"at" text COLLATE "C" NOT NULL,
	"status" bigint,
	"head" text COLLATE "C",
	"body" text COLLATE "C"
);
--> statement-breakpoint
CREATE TABLE "token_notes" (
	"token" text COLLATE "C" PRIMARY KEY NOT NULL,
	"name" text COLLATE "C" NOT NULL,
	"made_at" text COLLATE "C" NOT NULL,
	"used_at" text COLLATE "C"
);
--> statement-breakpoint
CREATE TABLE "tokens" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"revision" bigint NOT NULL,
	"person" text COLLATE "C" NOT NULL,
	"scopes" text NOT NULL,
	"token_hash" text COLLATE "C" NOT NULL,
	"expires_at" text COLLATE "C" NOT NULL,
	"revoked_at" text COLLATE "C",
	CONSTRAINT "tokens_hash" UNIQUE("token_hash")
);
--> statement-breakpoint
ALTER TABLE "requests" ADD CONSTRAINT "requests_token_tokens_id_fk" FOREIGN KEY ("token") REFERENCES "public"."tokens"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "token_notes" ADD CONSTRAINT "token_notes_token_tokens_id_fk" FOREIGN KEY ("token") REFERENCES "public"."tokens"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "requests_key" ON "requests" USING btree ("token","key");--> statement-breakpoint
CREATE INDEX "requests_at" ON "requests" USING btree ("at");--> statement-breakpoint
CREATE INDEX "tokens_person" ON "tokens" USING btree ("person");