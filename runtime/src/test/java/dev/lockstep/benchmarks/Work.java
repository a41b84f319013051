package dev.lockstep.benchmarks;

import javax.sql.DataSource;

/** What is measured. */
interface Work {
  void run(DataSource database) throws Exception;
}
