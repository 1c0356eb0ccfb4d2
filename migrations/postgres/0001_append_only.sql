-- The record only grows: entries, publications and texts are never changed or removed.
CREATE FUNCTION only_grows() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND old IS NOT DISTINCT FROM new THEN RETURN new; END IF;
  RAISE EXCEPTION '% only grows', TG_TABLE_NAME;
END $$;
--> statement-breakpoint
CREATE TRIGGER "ledger_only_grows" BEFORE UPDATE OR DELETE ON "ledger"
FOR EACH ROW EXECUTE FUNCTION only_grows();
--> statement-breakpoint
CREATE TRIGGER "publications_only_grows" BEFORE UPDATE OR DELETE ON "publications"
FOR EACH ROW EXECUTE FUNCTION only_grows();
--> statement-breakpoint
CREATE TRIGGER "texts_only_grows" BEFORE UPDATE OR DELETE ON "texts"
FOR EACH ROW EXECUTE FUNCTION only_grows();
