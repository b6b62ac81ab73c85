package waybill.sagas.course;

import java.util.List;

/** What a saga became, and what it says about that. */
public record Transition(Saga saga, List<Said> says) {

  public Transition {
    says = List.copyOf(says);
  }
}
