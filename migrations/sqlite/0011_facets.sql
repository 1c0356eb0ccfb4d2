CREATE TABLE `claim_facets` (
	`facet` integer NOT NULL,
	`stage` integer NOT NULL,
	`since` integer NOT NULL,
	`due` integer,
	`claim` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `claim_facets_claim` ON `claim_facets` (`claim`,`facet`);--> statement-breakpoint
CREATE INDEX `claim_facets_newest` ON `claim_facets` (`facet`,`stage`,`claim`);--> statement-breakpoint
CREATE INDEX `claim_facets_since` ON `claim_facets` (`facet`,`stage`,`since`,`claim`);--> statement-breakpoint
CREATE INDEX `claim_facets_due` ON `claim_facets` (`facet`,`stage`,`due`,`since`,`claim`) WHERE "claim_facets"."due" is not null;--> statement-breakpoint
CREATE TABLE `claim_numbers` (
	`number` integer PRIMARY KEY NOT NULL,
	`claim` text NOT NULL,
	FOREIGN KEY (`claim`) REFERENCES `claims`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `claim_numbers_claim` ON `claim_numbers` (`claim`);--> statement-breakpoint
CREATE TABLE `facet_pairs` (
	`one` integer NOT NULL,
	`other` integer NOT NULL,
	`one_kind` integer NOT NULL,
	`other_kind` integer NOT NULL,
	`claims` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `facet_pairs_both` ON `facet_pairs` (`one`,`other`);--> statement-breakpoint
CREATE INDEX `facet_pairs_one` ON `facet_pairs` (`one`,`other_kind`,`claims`,`other`);--> statement-breakpoint
CREATE INDEX `facet_pairs_other` ON `facet_pairs` (`other`,`one_kind`,`claims`,`one`);--> statement-breakpoint
CREATE TABLE `facets` (
	`number` integer PRIMARY KEY NOT NULL,
	`kind` integer NOT NULL,
	`value` text NOT NULL,
	`claims` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `facets_value` ON `facets` (`kind`,`value`);--> statement-breakpoint
CREATE INDEX `facets_most` ON `facets` (`kind`,`claims`,`number`);