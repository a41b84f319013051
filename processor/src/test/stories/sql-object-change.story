Touch more

SQL that changed is dropped and created again, and around it what needs it; the policy stays.

== before ==
-- Account.java
@SqlObject(name = "touch", create = """
    CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      NEW.changed_at := now();
      RETURN NEW;
    END
    $$""", drop = "DROP FUNCTION touch()")
@SqlObject(name = "account_touch",
    create = "CREATE TRIGGER account_touch BEFORE UPDATE ON account FOR EACH ROW EXECUTE FUNCTION touch()",
    drop = "DROP TRIGGER account_touch ON account", needs = {"account", "touch"})
@SqlObject(name = "account_owner", create = "CREATE POLICY account_owner ON account USING (owner = current_user)",
    drop = "DROP POLICY account_owner ON account", needs = "account")
@Table class Account { @Id long id; String owner; Instant changedAt; }

== after ==
-- Account.java
@SqlObject(name = "touch", create = """
    CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      NEW.changed_at := now();
      NEW.owner := current_user;
      RETURN NEW;
    END
    $$""", drop = "DROP FUNCTION touch()")
@SqlObject(name = "account_touch",
    create = "CREATE TRIGGER account_touch BEFORE UPDATE ON account FOR EACH ROW EXECUTE FUNCTION touch()",
    drop = "DROP TRIGGER account_touch ON account", needs = {"account", "touch"})
@SqlObject(name = "account_owner", create = "CREATE POLICY account_owner ON account USING (owner = current_user)",
    drop = "DROP POLICY account_owner ON account", needs = "account")
@Table class Account { @Id long id; String owner; Instant changedAt; }

== rows ==
INSERT INTO account VALUES (1, 'ada');

== messages ==
Account.java:1: error: [lockstep:SqlObjectChanged] SQL object "touch" changed, which is not migrated yet
      migrate: mvn compile -Dlockstep.migrate="Change function touch"

== migration ==
package shop.migrations;

import dev.lockstep.Migration;
import dev.lockstep.Revision;
import dev.lockstep.SchemaEditor;

@Revision(parents = "M0001_InitialMigration", description = "Touch more")
public final class M0002_TouchMore implements Migration {
  @Override
  public void upgrade(SchemaEditor schema) {
    schema.dropObject("account_touch", "DROP TRIGGER account_touch ON account");
    schema.dropObject("touch", "DROP FUNCTION touch()");
    schema.createObject("touch", """
        CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
          NEW.changed_at := now();
          NEW.owner := current_user;
          RETURN NEW;
        END
        $$""",
        "DROP FUNCTION touch()");
    schema.createObject("account_touch",
        "CREATE TRIGGER account_touch BEFORE UPDATE ON account FOR EACH ROW EXECUTE "
            + "FUNCTION touch()",
        "DROP TRIGGER account_touch ON account", "account", "touch");
  }

  @Override
  public void downgrade(SchemaEditor schema) {
    schema.dropObject("account_touch", "DROP TRIGGER account_touch ON account");
    schema.dropObject("touch", "DROP FUNCTION touch()");
    schema.createObject("touch", """
        CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
          NEW.changed_at := now();
          RETURN NEW;
        END
        $$""",
        "DROP FUNCTION touch()");
    schema.createObject("account_touch",
        "CREATE TRIGGER account_touch BEFORE UPDATE ON account FOR EACH ROW EXECUTE "
            + "FUNCTION touch()",
        "DROP TRIGGER account_touch ON account", "account", "touch");
  }
}

== sql up ==
DROP TRIGGER account_touch ON account;
DROP FUNCTION touch();
CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.changed_at := now();
  NEW.owner := current_user;
  RETURN NEW;
END
$$;
CREATE TRIGGER account_touch BEFORE UPDATE ON account FOR EACH ROW EXECUTE FUNCTION touch();

== sql down ==
DROP TRIGGER account_touch ON account;
DROP FUNCTION touch();
CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.changed_at := now();
  RETURN NEW;
END
$$;
CREATE TRIGGER account_touch BEFORE UPDATE ON account FOR EACH ROW EXECUTE FUNCTION touch();

== snapshot ==
    "format": 2,
    "heads": [
-     "M0001_InitialMigration"
+     "M0002_TouchMore"
    ],
    "tables": [
...
          "BEGIN",
          "  NEW.changed_at := now();",
+         "  NEW.owner := current_user;",
          "  RETURN NEW;",
          "END",
