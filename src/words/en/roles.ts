/** What people are in a campaign; read in every language where a sheet names them. */
export const roles = {
  'role.admin': 'Administrator',
  'role.planner': 'Planner',
  'role.leader': 'Leader',
  'role.unit-officer': 'Unit officer',
  'role.viewer': 'Viewer',
};
