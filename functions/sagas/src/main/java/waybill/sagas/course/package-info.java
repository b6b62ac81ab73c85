/** How a saga goes: from what it is and what happens to what it becomes and says. No I/O. */
@NullMarked
package waybill.sagas.course;

import org.jspecify.annotations.NullMarked;
