/** Which files a sheet may come in, for `<input accept>`. */
export const acceptedSheets =
  '.csv,.txt,.tsv,.xlsx,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
