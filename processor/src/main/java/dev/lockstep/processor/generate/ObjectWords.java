package dev.lockstep.processor.generate;

import static dev.lockstep.processor.generate.ElementWords.text;

import dev.lockstep.operation.Relation;
import dev.lockstep.processor.generate.Expression.Call;
import dev.lockstep.schema.EnumType;
import dev.lockstep.schema.Extension;
import dev.lockstep.schema.ObjectKind;
import dev.lockstep.schema.SchemaObject;
import dev.lockstep.schema.Sequence;
import dev.lockstep.schema.SqlObject;
import dev.lockstep.schema.SqlType;
import dev.lockstep.schema.View;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What there is beside tables, in the words of {@code SchemaEditor}. */
final class ObjectWords {
  private final ElementWords elements;

  ObjectWords(ElementWords elements) {
    this.elements = elements;
  }

  /** As in {@code dropMaterializedView}. */
  static String noun(ObjectKind kind) {
    return switch (kind) {
      case EXTENSION -> "Extension";
      case ENUM -> "Enum";
      case SEQUENCE -> "Sequence";
      case VIEW -> "View";
      case MATERIALIZED_VIEW -> "MaterializedView";
      case SQL_OBJECT -> "Object";
    };
  }

  /** As in {@code setIndexParameters}. */
  static String noun(Relation.Kind kind) {
    return switch (kind) {
      case TABLE -> "Table";
      case INDEX -> "Index";
      case VIEW -> "View";
      case MATERIALIZED_VIEW -> "MaterializedView";
    };
  }

  Call create(SchemaObject object) {
    if (object instanceof Extension extension) {
      return OperationWords.call("createExtension", text(extension.name().name()));
    }
    if (object instanceof EnumType type) {
      return OperationWords.on(type.name(), "createEnum", texts(type.values()));
    }
    if (object instanceof Sequence sequence) {
      return sequence("createSequence", sequence);
    }
    if (object instanceof View view) {
      return view(view);
    }
    return sqlObject("createObject", (SqlObject) object);
  }

  private static Expression[] texts(List<String> values) {
    return values.stream().map(ElementWords::text).toArray(Expression[]::new);
  }

  Call sequence(String method, Sequence sequence) {
    Call call = elements.word("sequence", text(sequence.name().name()));
    call = sequence.type().equals(SqlType.of("bigint"))
        ? call
        : call.then("as", elements.types().type(sequence.type()));
    call = elements.options(call, sequence.options());
    return OperationWords.onSchema(sequence.name(), method, call);
  }

  private Call view(View view) {
    if (view.with().isEmpty()) {
      String method = view.materialized() ? "createMaterializedView" : "createView";
      return OperationWords.on(view.name(), method, text(view.query()));
    }
    Call call = elements.word(
        view.materialized() ? "materializedView" : "view",
        text(view.name().name()),
        text(view.query()));
    for (Map.Entry<String, String> parameter : view.with().entrySet()) {
      call = call.then("with", text(parameter.getKey()), text(parameter.getValue()));
    }
    return OperationWords.onSchema(view.name(), "createView", call);
  }

  Call sqlObject(String method, SqlObject object) {
    List<Expression> arguments = new ArrayList<>(
        List.of(text(object.name().name()), text(object.create()), text(object.drop())));
    object.needs().forEach(need -> arguments.add(text(need)));
    return OperationWords.call(method, arguments.toArray(Expression[]::new));
  }
}
