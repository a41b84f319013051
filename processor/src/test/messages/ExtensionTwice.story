An extension twice

== after ==
-- T.java
@Table class T { @Id long id; }
-- package-info.java
@dev.lockstep.annotations.Database(extensions = {"citext", "citext"}) package shop;

== messages ==
package-info.java:1: error: [lockstep:ExtensionTwice] extension "citext" is listed twice
      list it once

== fix list it once ==
package-info.java: {"citext", "citext"} => "citext"
