/** What people are in a campaign; read in every language where a sheet names them. */
export const roles = {
  'role.admin': 'Quản trị',
  'role.planner': 'Cán bộ lập kế hoạch',
  'role.leader': 'Lãnh đạo',
  'role.unit-officer': 'Cán bộ đơn vị',
  'role.viewer': 'Người xem',
};
