Drop fax

With data-loss accepted the table is dropped. The way back creates it again, empty. What referenced the
table keeps its column as a plain one; its foreign key goes first.

== before ==
-- Fax.java
@Table(comment = "Old") class Fax {
  @Id @Identity Long id;
  @Column(nullable = false) @Index String number;
}
-- Message.java
@Table class Message {
  @Id long id;
  @References(Fax.class) Long faxId;
}

== after ==
-- Fax.java is deleted
-- Message.java
@Table class Message {
  @Id long id;
  Long faxId;
}

== options ==
lockstep.accept=data-loss

== rows ==
INSERT INTO fax (number) VALUES ('030 1234');
INSERT INTO message VALUES (1, 1);

== rows after ==
SELECT * FROM message;

== rows back ==
SELECT * FROM fax;
