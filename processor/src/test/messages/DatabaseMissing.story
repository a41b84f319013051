A table whose packages have no @Database

== after ==
-- package-info.java is deleted
-- T.java
@Table class T { @Id long id; }

== messages ==
T.java:1: error: [lockstep:DatabaseMissing] table class T belongs to no @Database: neither its package nor one above has it
      add package-info.java: @dev.lockstep.annotations.Database package shop;

== fix add package-info.java: @dev.lockstep.annotations.Database package shop; ==
-- package-info.java
@dev.lockstep.annotations.Database package shop;
