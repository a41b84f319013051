package dev.lockstep.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.lockstep.diff.Member;
import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The records whose equality is written out differ wherever one of their components does. */
class RecordEqualityTest {
  @ParameterizedTest
  @ValueSource(
      classes = {
        QualifiedName.class,
        ObjectKey.class,
        Member.class,
        SqlType.class,
        Column.class,
        ColumnOptions.class,
        DefaultValue.class,
        Computed.class,
        Identity.class,
        Check.class,
        Unique.class,
        PrimaryKey.class,
        ForeignKey.class,
        Index.class,
        IndexElement.class,
        TableOptions.class,
        Table.class,
        Schema.class
      })
  void looksAtEachComponent(Class<?> type) throws ReflectiveOperationException {
    RecordComponent[] components = type.getRecordComponents();
    Object[] values = new Object[components.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = value(components[i], 1);
    }
    Object one = made(type, values);
    assertEquals(one, made(type, values));
    assertEquals(one.hashCode(), made(type, values).hashCode());
    for (int i = 0; i < values.length; i++) {
      Object[] others = values.clone();
      others[i] = value(components[i], 2);
      assertNotEquals(one, made(type, others), components[i].getName());
      assertNotEquals(made(type, others), one, components[i].getName());
    }
  }

  private static Object made(Class<?> type, Object[] values) throws ReflectiveOperationException {
    Class<?>[] types = Arrays.stream(type.getRecordComponents())
        .map(RecordComponent::getType)
        .toArray(Class<?>[]::new);
    Constructor<?> constructor = type.getDeclaredConstructor(types);
    constructor.setAccessible(true);
    return constructor.newInstance(values);
  }

  private static Object value(RecordComponent component, int number) {
    if (component.getType() == List.class
        && ((ParameterizedType) component.getGenericType()).getActualTypeArguments()[0]
            == IndexElement.class) {
      return List.of(IndexElement.ofColumn("c" + number));
    }
    if (component.getType() == NamedList.class) {
      return NamedList.of(List.of(Column.of("c" + number, SqlType.of("integer"))));
    }
    return component.getType().isEnum()
        ? component.getType().getEnumConstants()[number]
        : value(component.getName(), component.getType(), number);
  }

  private static Object value(String name, Class<?> type, int number) {
    QualifiedName table = QualifiedName.of("t" + number);
    Map<Class<?>, Object> values = Map.ofEntries(
        Map.entry(String.class, "c" + number),
        Map.entry(boolean.class, number == 1),
        Map.entry(Long.class, (long) number),
        Map.entry(Integer.class, number),
        Map.entry(List.class, List.of("c" + number)),
        Map.entry(SortedMap.class, new TreeMap<>(Map.of("fillfactor", "7" + number))),
        Map.entry(SortedSet.class, new TreeSet<>(List.of("s" + number))),
        Map.entry(QualifiedName.class, table),
        Map.entry(SqlExpression.class, SqlExpression.of("a + " + number)),
        Map.entry(SqlType.class, SqlType.of(number == 1 ? "integer" : "bigint")),
        Map.entry(ColumnValue.class, new DefaultValue(SqlExpression.of("" + number))),
        Map.entry(ColumnOptions.class, new ColumnOptions("s" + number, "", null)),
        Map.entry(TableOptions.class, new TableOptions(new TreeMap<>(), number == 1, "")),
        Map.entry(
            Partitioning.class,
            new Partitioning(
                Partitioning.Strategy.values()[number],
                List.of(IndexElement.ofColumn("c")),
                NamedList.empty())));
    if (type == Map.class) {
      return name.equals("tables")
          ? Map.of(table, Table.of(table))
          : Map.of(
              ObjectKey.of(ObjectKind.ENUM, "e" + number),
              EnumType.of(QualifiedName.of("e" + number), List.of("V")));
    }
    return values.get(type);
  }
}
