package dev.lockstep.processor.generate;

import dev.lockstep.SchemaEditor;
import java.util.List;

/** SQL of several lines, and every text that a text block could change. */
final class EverySql {
  static final String FUNCTION = """
      CREATE OR REPLACE FUNCTION touch() RETURNS trigger AS $$
      BEGIN
        NEW.touched := now();

        IF NEW.name = "old"."name" THEN
          RAISE NOTICE 'a\\b "%"', NEW.name;
        END IF;
        RETURN NEW;
      END
      $$ LANGUAGE plpgsql""";
  static final String QUERY = """
      SELECT id, total
      FROM sale
      WHERE day > now() - interval '1 month'""";
  static final String CONDITION = "total > 0\n  AND total < 1000";

  /** Texts of several lines that are hard to keep. */
  static final List<String> HOSTILE = List.of(
      "a\nb",
      "a\nb\n",
      "a\n\n\nb\n\n",
      "\na",
      "\n\n",
      "\n \n",
      " \n ",
      "  a\n  b",
      "  a\n    b\n",
      "  a\n b",
      "\ta\n\tb",
      "a\t\n\t\n b\t",
      "a \nb  \nc   ",
      "a\r\nb\r\n",
      "a\rb\nc\r",
      "a\\\nb\\",
      "a\\\nb\\n\\s\\\"",
      "\"\n\"",
      "\"\"\n\"\"",
      "\"\"\"\n\"\"\"",
      "\"\"\"\"\"\"\"\n\"\"\"\"\"\"\"\n",
      "a\nb\\\"",
      "a\nb\\\\\"\"",
      "a\n\\\"\"\"",
      "x\f\n\fy\u000b\n\u001cz\u001d",
      "\0\n\0001\n\0017",
      "caf\u00e9 \u8868\n\ud83d\ude00\n\ud83d",
      "a\u0085\n\u00a0\u200bb\n\ufeff",
      "a\u2028\nb\u2029",
      "\u2003a\n\u3000b",
      "\\u0041\n\\\\u0042",
      "$L\n$$ */ //\n/* $T {} %s");

  private EverySql() {}

  /** Each of them in each place where the writer lays out texts. */
  static void record(SchemaEditor schema) {
    for (String sql : HOSTILE) {
      schema.sql(sql);
      schema.commentOnTable("t", sql);
      schema.createView("v", "'" + sql + "'");
      schema.createObject(sql, sql, sql, sql, "after", sql, "and after");
      schema.createEnum("e", sql, "x" + sql, "y");
      schema.backfill("t", "c", "'" + sql + "'");
      schema.in("app").commentOnColumn(sql, sql, "");
    }
  }
}
