package dev.lockstep.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A database: the tables of one package and of those below it, with one set of migrations.
 *
 * <p>On a package it stands in {@code package-info.java}; on a class it means that class's package.
 * Where one {@code @Database} lies below another, a table belongs to the nearest.
 *
 * <pre>{@code
 * @Database(schema = "shop", extensions = {"citext"})
 * package com.example.shop;
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.PACKAGE, ElementType.TYPE})
public @interface Database {
  /**
   * The name of its migration set, which tells several sets in one history table apart. A plain
   * name.
   */
  String name() default "main";

  /**
   * The Java package of its migrations. Empty: the own package's name with {@code .migrations}
   * after it.
   */
  String migrations() default "";

  /**
   * The PostgreSQL schema of every object that does not name its own. A plain name, unquoted.
   * Empty: the schema that the migrations are applied to.
   */
  String schema() default "";

  /** The extensions that the model needs. Plain names, unquoted: {@code "btree_gist"}. */
  String[] extensions() default {};
}
