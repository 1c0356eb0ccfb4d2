CREATE TABLE "deliveries" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"webhook" text COLLATE "C" NOT NULL,
	"seq" bigint,
	"claim" text COLLATE "C",
	"event" text COLLATE "C" NOT NULL,
	"status" text COLLATE "C" NOT NULL,
	"attempts" bigint NOT NULL,
	"again" bigint NOT NULL,
	"added_at" text COLLATE "C" NOT NULL,
	"next_at" text COLLATE "C",
	"leased_until" text COLLATE "C",
	"tried_at" text COLLATE "C",
	"ms" bigint,
	"answer_status" bigint,
	"answer" text COLLATE "C",
	"why" text,
	"revision" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "password_links" (
	"person" text COLLATE "C" PRIMARY KEY NOT NULL,
	"token_hash" text COLLATE "C" NOT NULL,
	"expires_at" text COLLATE "C" NOT NULL,
	CONSTRAINT "password_links_token" UNIQUE("token_hash")
);
--> statement-breakpoint
CREATE TABLE "webhook_states" (
	"webhook" text COLLATE "C" PRIMARY KEY NOT NULL,
	"url" text COLLATE "C" NOT NULL,
	"secret" text COLLATE "C" NOT NULL,
	"former_secret" text COLLATE "C",
	"former_until" text COLLATE "C",
	"cursor" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "webhooks" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"revision" bigint NOT NULL,
	"name" text COLLATE "C" NOT NULL,
	"origin" text COLLATE "C" NOT NULL,
	"address" text COLLATE "C" NOT NULL,
	"events" text NOT NULL,
	"status" text COLLATE "C" NOT NULL,
	"secret_at" text COLLATE "C" NOT NULL,
	"added_at" text COLLATE "C" NOT NULL
);
--> statement-breakpoint
ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_webhook_webhooks_id_fk" FOREIGN KEY ("webhook") REFERENCES "public"."webhooks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "password_links" ADD CONSTRAINT "password_links_person_people_id_fk" FOREIGN KEY ("person") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "webhook_states" ADD CONSTRAINT "webhook_states_webhook_webhooks_id_fk" FOREIGN KEY ("webhook") REFERENCES "public"."webhooks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "deliveries_seq" ON "deliveries" USING btree ("webhook","seq");--> statement-breakpoint
CREATE INDEX "deliveries_due" ON "deliveries" USING btree ("webhook","status","next_at");--> statement-breakpoint
CREATE INDEX "deliveries_order" ON "deliveries" USING btree ("webhook","claim","status","seq");--> statement-breakpoint
CREATE INDEX "deliveries_listed" ON "deliveries" USING btree ("webhook","added_at","id");