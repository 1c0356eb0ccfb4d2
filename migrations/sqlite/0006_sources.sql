CREATE TABLE `asides` (
	`id` text PRIMARY KEY NOT NULL,
	`revision` integer NOT NULL,
	`article` text NOT NULL,
	`version` text NOT NULL,
	`quote` text NOT NULL,
	`prefix` text NOT NULL,
	`suffix` text NOT NULL,
	`start` integer NOT NULL,
	`end` integer NOT NULL,
	`reason` text NOT NULL,
	`words` text,
	`added_at` text NOT NULL,
	`lifted_at` text,
	FOREIGN KEY (`article`) REFERENCES `articles`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`version`) REFERENCES `article_versions`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `asides_article` ON `asides` (`article`);--> statement-breakpoint
CREATE TABLE `drifts` (
	`id` text PRIMARY KEY NOT NULL,
	`revision` integer NOT NULL,
	`claim` text NOT NULL,
	`about` text NOT NULL,
	`about_kind` text NOT NULL,
	`source` text,
	`snapshot` text,
	`version` text,
	`status` text NOT NULL,
	`outcome` text,
	`opened_at` text NOT NULL,
	`settled_at` text,
	FOREIGN KEY (`claim`) REFERENCES `claims`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`source`) REFERENCES `sources`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`snapshot`) REFERENCES `snapshots`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `drifts_claim` ON `drifts` (`claim`);--> statement-breakpoint
CREATE INDEX `drifts_about` ON `drifts` (`about`);--> statement-breakpoint
CREATE INDEX `drifts_open` ON `drifts` (`settled_at`,`opened_at`,`id`);--> statement-breakpoint
CREATE TABLE `snapshots` (
	`id` text PRIMARY KEY NOT NULL,
	`revision` integer NOT NULL,
	`source` text,
	`way` text NOT NULL,
	`warc` text NOT NULL,
	`bytes` text NOT NULL,
	`size` integer NOT NULL,
	`text` text,
	`title` text,
	`language` text,
	`media_type` text,
	`url` text,
	`status` integer,
	`taken_at` text NOT NULL,
	FOREIGN KEY (`source`) REFERENCES `sources`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`text`) REFERENCES `texts`(`hash`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `snapshots_source` ON `snapshots` (`source`,`taken_at`);--> statement-breakpoint
CREATE INDEX `snapshots_bytes` ON `snapshots` (`bytes`);--> statement-breakpoint
CREATE INDEX `snapshots_warc` ON `snapshots` (`warc`);--> statement-breakpoint
CREATE TABLE `source_visits` (
	`source` text PRIMARY KEY NOT NULL,
	`at` text NOT NULL,
	`outcome` text NOT NULL,
	`why` text,
	`etag` text,
	`last_modified` text,
	FOREIGN KEY (`source`) REFERENCES `sources`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `sources` (
	`id` text PRIMARY KEY NOT NULL,
	`revision` integer NOT NULL,
	`url` text NOT NULL,
	`snapshot` text,
	`gone_since` text,
	`added_at` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `sources_url` ON `sources` (`url`);--> statement-breakpoint
CREATE INDEX `sources_added` ON `sources` (`added_at`,`id`);--> statement-breakpoint
ALTER TABLE `article_versions` ADD `snapshot` text;--> statement-breakpoint
CREATE INDEX `article_versions_snapshot` ON `article_versions` (`snapshot`);--> statement-breakpoint
ALTER TABLE `evidence` ADD `snapshot` text;--> statement-breakpoint
ALTER TABLE `evidence` ADD `quote_prefix` text;--> statement-breakpoint
ALTER TABLE `evidence` ADD `quote_suffix` text;--> statement-breakpoint
ALTER TABLE `evidence` ADD `quote_start` integer;--> statement-breakpoint
ALTER TABLE `evidence` ADD `quote_end` integer;--> statement-breakpoint
ALTER TABLE `evidence` ADD `quote_reason` text;--> statement-breakpoint
CREATE INDEX `evidence_snapshot` ON `evidence` (`snapshot`);--> statement-breakpoint
ALTER TABLE `verdicts` ADD `findings` text;--> statement-breakpoint
ALTER TABLE `verdicts` ADD `findings_word` text;