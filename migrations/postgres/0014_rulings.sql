CREATE TABLE "rulings" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"key" text COLLATE "C" NOT NULL,
	"publisher" text COLLATE "C" NOT NULL,
	"publisher_name" text COLLATE "C",
	"url" text COLLATE "C",
	"title" text COLLATE "C",
	"statement" text COLLATE "C" NOT NULL,
	"language" text COLLATE "C" NOT NULL,
	"claimant" text COLLATE "C",
	"claimant_role" text COLLATE "C",
	"claimed_on" text COLLATE "C",
	"reviewed_on" text COLLATE "C",
	"label" text COLLATE "C" NOT NULL,
	"label_key" text COLLATE "C" NOT NULL,
	"appearances" text NOT NULL,
	"links" text NOT NULL,
	"original" text COLLATE "C" NOT NULL,
	"hash" text COLLATE "C" NOT NULL,
	"import" text COLLATE "C" NOT NULL,
	"added_at" text COLLATE "C" NOT NULL,
	"changed_at" text COLLATE "C"
);
--> statement-breakpoint
CREATE UNIQUE INDEX "rulings_key" ON "rulings" USING btree ("key");--> statement-breakpoint
CREATE INDEX "rulings_publisher" ON "rulings" USING btree ("publisher","label_key");--> statement-breakpoint
CREATE INDEX "rulings_import" ON "rulings" USING btree ("import","id");